package judge_support

import (
	"runtime"
	_ "unsafe" // for go:linkname

	_ "judge_build/judge_limits"
)

// time.Now would read the wall clock as well, and would link all of package time.
//
//go:linkname nanotime runtime.nanotime
func nanotime() int64

// timed calls a function; a panic in it comes back as text with its stack.
func timed(call func()) (duration int64, failure string) {
	defer func() {
		if value := recover(); value != nil {
			failure = "panic: " + describe(value) + "\n\n" + stack()
		}
	}()
	start := nanotime()
	call()
	return nanotime() - start, ""
}

func stack() string {
	text := make([]byte, 64<<10)
	return string(text[:runtime.Stack(text, false)])
}

// describe gives a panic's value as the runtime would print it, as far as that goes without
// package fmt.
func describe(value any) (text string) {
	defer func() {
		if recover() != nil {
			text = "(a value whose Error or String method panics)"
		}
	}()
	switch value := value.(type) {
	case error:
		return value.Error()
	case interface{ String() string }:
		return value.String()
	case string:
		return value
	case int:
		return signed(int64(value))
	case int32:
		return signed(int64(value))
	case int64:
		return signed(value)
	case bool:
		if value {
			return "true"
		}
		return "false"
	}
	return "(a value that is no error, string or integer)"
}

func signed(value int64) string {
	if value < 0 {
		return "-" + decimal(-uint64(value))
	}
	return decimal(uint64(value))
}

func decimal(value uint64) string {
	if value < 10 {
		return string(rune('0' + value))
	}
	return decimal(value/10) + string(rune('0'+value%10))
}
