"""Which imports are put before a file, and which packages are refused."""

import re

import pytest
from go_kit import planned, refused, request

from lsp_judge.languages.go.gods_version import FIRST, SECOND
from lsp_judge.model.source import Position


def added(body: str) -> list[str]:
    """The imports that the plan puts before a file with `func f(n int) int`."""
    plan = planned(request("func f(n int) int { return n }\n" + body))
    header = plan.files["solution.go"].split(b"\n")[1].decode()
    return re.findall(r'import "([^"]+)"', header)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("", []),
        ("func g() { sort.Ints(nil); _ = strings.Repeat }", ["sort", "strings"]),
        ("type h []int\nvar _ heap.Interface", ["container/heap"]),
        ("func g(l *list.List) {}", ["container/list"]),
        ("func g() { x := list.New(); x.Len() }", ["container/list"]),
        ("func g() { list := list.New(); list.Len() }", ["container/list"]),
        ("func g(x cmp.Ordered) { bits.Len(0); utf8.RuneLen(0) }", None),
        ("func g() { rand.Intn(3) }", ["math/rand"]),
        ("func g() { rand.IntN(3) }", ["math/rand/v2"]),
        ("func g[T cmp.Ordered](x T) {}", ["cmp"]),
        ("var x = math.MaxInt", ["math"]),
        ("var y = []strings.Builder{}", ["strings"]),
        ("// sort.Ints\nvar y = `sort.Ints`", []),
        ("func g(sort struct{ a int }) int { return sort.a }", []),
        ("func g() { var heap struct{ n int }; heap.n++ }", []),
        ("func g() { if list := h(); list.n > 0 { list.n-- } }", []),
        ("func g() { for _, list := range all { list.n++ } }", []),
        ("func g() { switch sort := x.(type) { case a: sort.b() } }", []),
        ("func g() { select { case sync := <-c: sync.x() } }", []),
        ("func (heap *H) Push() { heap.n++ }", []),
        ("var list = struct{ n int }{}\nfunc g() { list.n++ }", []),
        ("func g() { f := func(bytes pair) int { return bytes.a }; f(0) }", []),
        # Declared in one place, a package in another.
        ("func g() { heap := 1; heap.x() }\nfunc k() { heap.Init(nil) }", ["container/heap"]),
        ("func g() { { sort := 1; sort.x() }; sort.Ints(nil) }", ["sort"]),
        ("func g() { sort.Ints(nil); sort := 1; sort.x() }", ["sort"]),
        # Of gods the version that the use is for.
        ("func g() { redblacktree.NewWithIntComparator() }", [f"{FIRST}/trees/redblacktree"]),
        ("func g() { redblacktree.New[int, bool]() }", [f"{SECOND}/trees/redblacktree"]),
        ("func g(t *redblacktree.Tree) {}", [f"{FIRST}/trees/redblacktree"]),
        ("func g(t redblacktree.Tree[int, bool]) {}", [f"{SECOND}/trees/redblacktree"]),
        ("var t = treemap.NewWith(less)", [f"{FIRST}/maps/treemap"]),
        ("var t = treeset.New(1, 2)", [f"{SECOND}/sets/treeset"]),
        ("var t = treeset.New[int]()", [f"{SECOND}/sets/treeset"]),
        ("var t = treeset.NewWith(func(a, b any) int { return 0 })", [f"{FIRST}/sets/treeset"]),
        ("var t = treeset.NewWith(func(a, b int) int { return 0 })", [f"{SECOND}/sets/treeset"]),
        (
            "func less(a, b interface{}) int { return 0 }\nvar t = treeset.NewWith(less)",
            [f"{FIRST}/sets/treeset"],
        ),
        (
            "func g() { less := func(a, b pair) int { return 0 }; treeset.NewWith(less) }",
            [f"{SECOND}/sets/treeset"],
        ),
        (
            "var t = treeset.NewWith(utils.IntComparator)",
            [f"{FIRST}/sets/treeset", f"{FIRST}/utils"],
        ),
        (
            "var t = treemap.New[int, int]()\nvar u = treeset.NewWith(unknown)",
            [f"{SECOND}/maps/treemap", f"{SECOND}/sets/treeset"],
        ),
    ],
)
def test_added_imports(body: str, expected: list[str] | None) -> None:
    assert added(body) == (["cmp", "math/bits", "unicode/utf8"] if expected is None else expected)


def test_imports_that_are_there_are_left_alone() -> None:
    plan = planned(
        request(
            'import (\n\t"fmt"\n\tstr "strings"\n\t"math/rand/v2"\n)\n\n'
            "func f(n int) int { fmt.Print(str.ToUpper(``), rand.N(3)); sort.Ints(nil); return n }"
        )
    )
    assert plan.files["solution.go"].split(b"\n")[1] == b'package main; import "sort"'


def test_every_byte_of_the_user_is_kept_but_the_package_clause() -> None:
    text = b"//go:build ignore\r\n\r\npackage  leet ; import `os`\r\nfunc f(n int) { os.Exit(n) }"
    source = planned(request(text)).files["solution.go"]
    kept = source.split(b"//line solution.go:1:1\n")[1]
    assert kept == text.replace(b"package  leet ;", b" " * 15)


@pytest.mark.parametrize(
    ("source", "package", "place"),
    [
        (
            'import "github.com/emirpasic/gods/v2/trees/btree"\nfunc f(n int) {}',
            "github.com/emirpasic/gods/v2/trees/btree",
            Position(0, 7),
        ),
        (
            "func f(n int) {\n\tt := btree.NewWithIntComparator(3)\n}",
            "github.com/emirpasic/gods/trees/btree",
            Position(1, 6),
        ),
        (
            'func f(n int) {}\n\nimport (\n\t"fmt"\n\tc "golang.org/x/exp/constraints"\n)',
            "golang.org/x/exp/constraints",
            Position(4, 1),
        ),
    ],
)
def test_what_cannot_be_had_is_said_at_its_place(
    source: str, package: str, place: Position
) -> None:
    message = refused(request(source))
    assert message.text == f"the package {package} is not available here"
    assert message.span is not None
    assert message.span.start == place
    assert any("container/heap" in note for note in message.notes)


def test_cgo_is_refused() -> None:
    message = refused(request('import "C"\nfunc f(n int) {}'))
    assert "cgo is not for solutions" in message.text


def test_a_variable_called_treemap_is_nobodys_package() -> None:
    assert added("func g() { treemap := 1; treemap.x() }") == []


def test_a_zero_byte_is_said_at_its_place() -> None:
    message = refused(request(b"func f(n int) {}\n// \xd0\xb6\x00"))
    assert message.span is not None
    assert message.span.start == Position(1, 4)
