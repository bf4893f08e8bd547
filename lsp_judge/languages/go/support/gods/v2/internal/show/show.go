// Package show writes containers for people: their kind on a line, then what they hold.
package show

import (
	"strconv"
	"strings"
)

// fmt is half a megabyte of every module: it comes in only where the solution has it anyway.
var print = plain

// Text writes a value.
func Text(value any) string { return print(value) }

// List writes values with commas between them.
func List[T any](kind string, values []T) string {
	texts := make([]string, len(values))
	for i, value := range values {
		texts[i] = Text(value)
	}
	return kind + "\n" + strings.Join(texts, ", ")
}

// Pairs writes keys and their values as fmt writes a map, in the order given.
func Pairs[K, V any](kind string, keys []K, values []V) string {
	texts := make([]string, len(keys))
	for i, key := range keys {
		texts[i] = Text(key) + ":" + Text(values[i])
	}
	return kind + "\nmap[" + strings.Join(texts, " ") + "]"
}

func plain(value any) string {
	switch value := value.(type) {
	case interface{ String() string }:
		return value.String()
	case string:
		return value
	case int:
		return strconv.Itoa(value)
	case bool:
		return strconv.FormatBool(value)
	case float64:
		return strconv.FormatFloat(value, 'g', -1, 64)
	}
	return "(a value)"
}
