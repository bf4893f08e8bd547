package show

import "fmt"

func init() { print = func(value any) string { return fmt.Sprint(value) } }
