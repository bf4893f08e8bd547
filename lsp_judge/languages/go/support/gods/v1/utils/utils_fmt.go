package utils

import "fmt"

// ToString writes a value as fmt does.
func ToString(value any) string { return fmt.Sprint(value) }
