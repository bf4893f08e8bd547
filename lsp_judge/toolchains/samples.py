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
    "rust": """impl Solution {
    pub fn prepare(mut numbers: Vec<i32>) -> Vec<String> {
        numbers.sort();
        vec![numbers.len().to_string()]
    }
}
""",
    "zig": """const std = @import("std");

pub fn prepare(numbers: []i32) i32 {
    std.mem.sort(i32, numbers, {}, std.sort.asc(i32));
    return numbers[0];
}
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
    "rust": """use std::io::Read;

fn main() {
    let mut text = String::new();
    std::io::stdin().read_to_string(&mut text).unwrap();
    println!("{}", text.len());
}
""",
    "zig": """pub fn main() void {}
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

# Where the system's C++ compiler is too old for this, zig's makes the native plugin.
NAMING_THIS = {
    "cpp": """class Solution {
public:
    int prepare(int number) {
        auto count = [&](this auto&& count, int n) -> int { return n ? 1 + count(n - 1) : 0; };
        return count(number);
    }
};
""",
}

FUNCTIONS = Sample("function", "functions", Shape.FUNCTION, FUNCTION)
PROGRAMS = Sample("stdio", "programs", Shape.STDIO, STDIO)
SAMPLES = (
    FUNCTIONS,
    PROGRAMS,
    Sample("catching", "functions that catch", Shape.FUNCTION, CATCHING, (Mode.WASM,)),
    Sample("this", "functions that name this", Shape.FUNCTION, NAMING_THIS, (Mode.NATIVE,)),
)
