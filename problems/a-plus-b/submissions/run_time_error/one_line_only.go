package main

import (
	"bufio"
	"fmt"
	"os"
	"strconv"
	"strings"
)

func main() {
	line, _ := bufio.NewReader(os.Stdin).ReadString('\n')
	fields := strings.Fields(line)
	a, _ := strconv.ParseInt(fields[0], 10, 64)
	b, _ := strconv.ParseInt(fields[1], 10, 64)
	fmt.Println(a + b)
}
