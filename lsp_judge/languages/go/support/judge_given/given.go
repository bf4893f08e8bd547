// Package judge_given is for a debugger: os.Stdin is the file that JUDGE_INPUT names, from before
// anything of the solution's runs. Not every debugger can redirect it.
package judge_given

import "os"

func init() {
	path := os.Getenv("JUDGE_INPUT")
	if path == "" {
		return
	}
	file, err := os.Open(path)
	if err != nil {
		os.Stderr.WriteString(err.Error() + "\n")
		os.Exit(125)
	}
	os.Stdin = file
}
