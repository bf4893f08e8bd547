// Package judge_limits keeps endless recursion from eating all memory.
package judge_limits

import _ "unsafe" // for go:linkname

// The public debug.SetMaxStack would link fmt and os.
//
//go:linkname setMaxStack runtime/debug.setMaxStack
func setMaxStack(bytes int) int

// Go's own limit of 1 GiB is more than most problems allow in all, so that endless recursion
// would be reported as too much memory. A stack grows by being copied to one of twice its size.
const stackBytes = 256 << 20

func init() { setMaxStack(stackBytes) }
