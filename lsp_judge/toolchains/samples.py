"""The smallest real solutions: building one prepares everything that its language needs.

They use what most solutions use, so that Go's cache holds those packages as well.
"""

from __future__ import annotations

from msgspec import Struct

from lsp_judge.model.source import Shape
from lsp_judge.model.verdict import Mode


class Sample(Struct, frozen=True):
    """One kind of sample: `name` as in a task's name, `title` as people read it, the source by
    language, and the modes in which it prepares something of its own."""

    name: str
    title: str
    shape: Shape
    texts: dict[str, str]
    modes: tuple[Mode, ...] = tuple(Mode)


FUNCTION = {
    "go": """package main

import (
	"fmt"
	"math"
	"math/bits"
	"math/rand"
	"container/heap"
	"container/list"
	"slices"
	"sort"
	"strconv"
	"strings"
	"unicode"
)

var _ = heap.Init
var _ = list.New
var _ = rand.Int

func prepare(numbers []int) []string {
	sort.Ints(numbers)
	slices.Reverse(numbers)
	fmt.Sprint(math.Sqrt(2), bits.Len(3), unicode.IsDigit('1'))
	return strings.Split(strconv.Itoa(len(numbers)), "")
}
""",
    "c": "int prepare(int* numbers, int numbersSize) { return numbers[0] + numbersSize; }\n",
    "cpp": """class Solution {
public:
    vector<string> prepare(vector<int>& numbers) {
        sort(numbers.begin(), numbers.end());
        return {to_string(numbers.size())};
    }
};
""",
}

STDIO = {
    "go": """package main

import (
	"bufio"
	"fmt"
	"os"
)

func main() {
	var number int
	fmt.Fscan(bufio.NewReader(os.Stdin), &number)
	fmt.Println(number)
}
""",
    "c": """#include <stdio.h>
int main(void) { int number; return scanf("%d", &number) == 1 ? 0 : 1; }
""",
    "cpp": """#include <iostream>
int main() { int number; std::cin >> number; std::cout << number << '\\n'; }
""",
}

# Files that catch exceptions are built with wasm's own, with a C++ library of its own.
CATCHING = {
    "cpp": """int prepare(int number) {
    try {
        if (number > 0) throw runtime_error("caught");
    } catch (const exception& error) {
        return error.what()[0];
    }
    return number;
}
""",
}

SAMPLES = (
    Sample("function", "functions", Shape.FUNCTION, FUNCTION),
    Sample("stdio", "programs", Shape.STDIO, STDIO),
    Sample("catching", "functions that catch", Shape.FUNCTION, CATCHING, (Mode.WASM,)),
)
