// A module path that leaves the folder.
package main

import "../../../outside"

func attack(n int) int {
	return n * outside.One
}
