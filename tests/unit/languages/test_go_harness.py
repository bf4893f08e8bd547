"""Go solutions, built for both modes and called through the ABI."""

import pytest
from abi_kit import Called
from go_kit import GO, MODES, built, call

from lsp_judge.model.outcome import Frame
from lsp_judge.model.types import Kind, Parameter, Signature, Type, array, parse_type
from lsp_judge.model.verdict import Mode

both_modes = pytest.mark.parametrize("mode", MODES)


async def values(source: str | bytes, mode: Mode, *cases: list[object]) -> list[object]:
    """The results of several cases; every one of them has to come back."""
    calls = call(await built(source, mode), cases).calls
    assert [each.status for each in calls] == [0] * len(cases), calls
    return [each.value for each in calls]


async def failure(source: str, mode: Mode, *arguments: object) -> Called:
    (only,) = call(await built(source, mode), [arguments]).calls
    assert only.status == 1
    return only


@both_modes
async def test_every_scalar_type_goes_in_and_comes_back(mode: Mode) -> None:
    source = """
func everything(a int, b, c int64, d uint8, e float64, f float32, g bool, h string, i byte,
    j rune, k uint64, l int8) string {
    return strings.TrimSpace(fmt.Sprintln(a, b, c, d, e, f, g, h, string(rune(i)), string(j), k, l))
}
"""
    low, high = -(2**63), 2**64 - 1
    arguments = [-1, low, 300, 255, 3, 0.5, True, "héllo", "x", "本", high, -128]
    expected = f"-1 {low} 300 255 3 0.5 true héllo x 本 {high} -128"
    assert await values(source, mode, arguments) == [expected]


@both_modes
async def test_nested_slices_keep_their_shape(mode: Mode) -> None:
    source = """
func turn(grid [][]byte, words []string, cube [][][]int) (all [][]byte) {
    for i, row := range grid {
        all = append(all, append(row, words[i][0], byte('0'+cube[i][0][0])))
    }
    return
}
"""
    assert await values(
        source,
        mode,
        [[["a", "b"], []], ["x", "yz"], [[[1]], [[2], []]]],
        [[], [], []],
    ) == [[["a", "b", "x", "1"], ["y", "2"]], []]


@both_modes
async def test_results_of_every_size(mode: Mode) -> None:
    source = "func same(n int, s string) []int { return []int{n, -n, len(s)} }"
    numbers = [0, 31, 32, 127, 128, 255, 256, 65535, 65536, 2**31, 2**32, 2**63 - 1]
    texts = [size * "y" for size in (0, 31, 32, 255, 256, 65535, 65536)]
    cases = [[number, ""] for number in numbers] + [[0, text] for text in texts]
    assert await values(source, mode, *cases) == [
        [number, -number, len(text)] for number, text in cases
    ]


@both_modes
async def test_a_long_answer_with_text_that_is_no_utf8(mode: Mode) -> None:
    source = r"""
func long(n int) []string {
    all := make([]string, n)
    for i := range all { all[i] = strings.Repeat("ab", i%200) }
    all[0] = "a\xffb"
    return all
}
"""
    (found,) = await values(source, mode, [70_000])
    assert found == ["a�b", *("ab" * (i % 200) for i in range(1, 70_000))]


@both_modes
async def test_names_that_a_careless_harness_would_collide_with(mode: Mode) -> None:
    source = """
package whatever // any name will do

var f, g, mod = 1, 2, 1_000_000_007
var entry, input, output, result, message = 1, 2, 3, 4, 5
type Reader struct{}
type pair struct{ a, b int }

func init() { f = 40 }
func init() { g += 0 }
func abs(x int) int { if x < 0 { return -x }; return x }
func min(x, y int) int { return -1 }
func register() {}
func main() { panic("never runs") }
func call(f int) int { return abs(-f) + g + min(0, 9) + 1 }
"""
    # `abs` comes first in the file, so the entry has to be named by its signature's place.
    artifact = await built(source.replace("func abs", "func call2").replace("abs(", "call2("), mode)
    assert call(artifact, [[-3]]).calls[0].value == 3


@both_modes
async def test_arguments_mutated_by_a_solution_are_fresh_in_every_iteration(mode: Mode) -> None:
    source = """
func smallest(nums []int) int {
    if nums[0] != 3 { panic("seen before") }
    sort.Ints(nums)
    return nums[0]
}
"""
    artifact = await built(source, mode)
    (done,) = call(artifact, {"bench": [50, 5], "arguments": [[3, 1, 2]]}).calls
    assert done.status == 0
    assert len(done.value) == 50
    assert done.duration_ns == sum(done.value)


@both_modes
async def test_a_panic_names_reason_and_line(mode: Mode) -> None:
    source = """
func outer(nums []int, at int) int {
    return inner(nums, at)
}

//go:noinline
func inner(nums []int, at int) int {
    return nums[at]
}
"""
    trapped = GO.traceback((await failure(source, mode, [1, 2], 5)).message)
    assert trapped is not None
    assert trapped.reason == "runtime error: index out of range [5] with length 2"
    assert trapped.frames == (
        Frame("inner", "solution.go", 8),
        Frame("outer", "solution.go", 3),
    )


@both_modes
async def test_the_plugin_lives_on_after_a_panic(mode: Mode) -> None:
    source = 'func pick(n int) int { if n < 0 { panic(errors.New("no pick")) }; return n }'
    first, second = call(await built(source, mode), [[-1], [7]]).calls
    assert first.message.startswith("panic: no pick\n")
    assert (second.status, second.value, second.message) == (0, 7, "")


@both_modes
async def test_panics_with_values_of_all_sorts(mode: Mode) -> None:
    source = """
type Bad struct{}
func (Bad) Error() string { panic("worse") }
type Named struct{ n int }
func (v *Named) String() string { return strconv.Itoa(v.n) }
func fall(n int) bool {
    var p *Named
    switch n {
    case 0: panic("text")
    case 1: panic(-42)
    case 2: panic(&Named{7})
    case 3: panic(Bad{})
    case 4: panic([]int{1})
    case 5: return p.n > 0
    case 6: return 1/(n-6) > 0
    }
    return true
}
"""
    calls = call(await built(source, mode), [[n] for n in range(8)]).calls
    assert [each.message.split("\n")[0] for each in calls] == [
        "panic: text",
        "panic: -42",
        "panic: 7",
        "panic: (a value whose Error or String method panics)",
        "panic: (a value that is no error, string or integer)",
        "panic: runtime error: invalid memory address or nil pointer dereference",
        "panic: runtime error: integer divide by zero",
        "",
    ]


@both_modes
async def test_recursion_of_a_hundred_thousand_calls(mode: Mode) -> None:
    source = """
func depth(n int) int {
    var frame [40]int
    if n == 0 { return 0 }
    frame[n%40] = n
    return depth(n-1) + frame[n%40] - n + 1
}
"""
    assert await values(source, mode, [100_000]) == [100_000]


@both_modes
async def test_endless_recursion_is_told_from_its_stderr(mode: Mode) -> None:
    source = "func down(n int) int {\n    return down(n+1) + 1\n}\n"
    run = call(await built(source, mode), [[1]])
    trapped = GO.traceback(run.stderr)
    assert run.calls == ()
    assert trapped is not None
    assert trapped.reason == "fatal error: stack overflow"
    assert trapped.frames[1] == Frame("down", "solution.go", 2)


@both_modes
async def test_a_panic_in_a_goroutine_is_told_from_its_stderr(mode: Mode) -> None:
    source = """
func wait(n int) int {
    done := make(chan int)
    go func() {
        var m map[int]int
        m[n] = 1
        done <- 1
    }()
    return <-done
}
"""
    run = call(await built(source, mode), [[1]])
    trapped = GO.traceback(run.stderr)
    assert run.calls == ()
    assert trapped is not None
    assert trapped.reason == "panic: assignment to entry in nil map"
    assert trapped.frames == (Frame("wait.func1", "solution.go", 6),)


async def test_a_deadlock_is_told_from_its_stderr() -> None:
    source = "func wait(n int) int {\n    return <-make(chan int)\n}\n"
    trapped = GO.traceback(call(await built(source, Mode.WASM), [[1]]).stderr)
    assert trapped is not None
    assert trapped.reason == "fatal error: all goroutines are asleep - deadlock!"
    assert trapped.frames == (Frame("wait", "solution.go", 2),)


@both_modes
async def test_inputs_that_do_not_fit_are_refused_and_never_crash(mode: Mode) -> None:
    source = "func take(n int8, s []string, c byte, f float64, b bool) bool { return b }"
    good = [1, ["a"], "c", 1.5, True]
    cases = [
        good[:4],
        [*good, 1],
        [128, *good[1:]],
        [-129, *good[1:]],
        [1.5, *good[1:]],
        [1, "a", *good[2:]],
        [1, ["a", 2], *good[2:]],
        [1, ["a"], "cc", 1.5, True],
        [1, ["a"], "", 1.5, True],
        [1, ["a"], "本", 1.5, True],
        [1, ["a"], "c", "1.5", True],
        [1, ["a"], "c", 1.5, 1],
        [1, ["a"], "c", 1.5, None],
        "",
        "c1",
        "95",
        "95dd",
        "95ddffffffff",
        "9501ddffffffff",
        "950191dbffffffff",
        "950191d9ff41",
        "95cf",
    ]
    calls = call(await built(source, mode), [*cases, good]).calls
    assert [each.status for each in calls] == [2] * len(cases) + [0]
    assert all("expected at byte" in each.message for each in calls[:-1])


@both_modes
async def test_a_problems_signature_decides_what_a_character_is(mode: Mode) -> None:
    source = "func next(c uint8, marks []int32) []uint8 { return []uint8{c + uint8(marks[0]-'a')} }"
    character = Type(Kind.CHARACTER)
    parameters = (Parameter("c", character), Parameter("marks", array(character)))
    signature = Signature("next", parameters, parse_type("character[]"))
    artifact = await built(source, mode, signature)
    assert call(artifact, [["a", ["c"]]]).calls[0].value == ["c"]
    # Without it these are numbers.
    assert await values(source, mode, [97, [99]]) == [[99]]


@both_modes
async def test_a_function_without_result_and_without_parameters(mode: Mode) -> None:
    assert await values("var n int\nfunc count() { n++ }", mode, [], []) == [None, None]


@both_modes
async def test_floats_beyond_json_pass(mode: Mode) -> None:
    source = "func root(x float64) []float64 { return []float64{math.Sqrt(x), math.Inf(-1)} }"
    artifact = await built(source, mode)
    assert call(artifact, [[2]]).calls[0].value == [2**0.5, float("-inf")]


@both_modes
async def test_an_empty_function_costs_next_to_nothing(mode: Mode) -> None:
    artifact = await built("func nothing(nums []int) int { return 0 }", mode)
    (done,) = call(artifact, {"bench": [2001, 200], "arguments": [[1, 2, 3]]}).calls
    assert sorted(done.value)[1000] < (1_000 if mode is Mode.NATIVE else 5_000)


@both_modes
@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
async def test_byte_order_mark_line_ends_and_no_final_newline(mode: Mode, line_end: str) -> None:
    text = line_end.join(["// ключ", "func at(nums []int) int {", "    return nums[1]", "}"])
    trapped = call(await built("\ufeff".encode() + text.encode(), mode), [[[1]]]).calls[0]
    found = GO.traceback(trapped.message)
    assert found is not None
    assert found.frames == (Frame("at", "solution.go", 3),)


@both_modes
async def test_idioms_of_contest_code_without_any_import(mode: Mode) -> None:
    source = """
type pair struct{ d, v int }
type hp struct{ sort.IntSlice }

func (h *hp) Push(v any) { h.IntSlice = append(h.IntSlice, v.(int)) }
func (h *hp) Pop() any {
    a := h.IntSlice
    v := a[len(a)-1]
    h.IntSlice = a[:len(a)-1]
    return v
}

func smallest(nums []int, k int) (ans []string) {
    h := &hp{nums}
    heap.Init(h)
    seen := map[pair]struct{}{}
    q := list.New()
    for range min(k, bits.Len(uint(1<<k))) {
        q.PushBack(heap.Pop(h).(int))
    }
    for e := q.Front(); e != nil; e = e.Next() {
        strs := strings.Split(strconv.Itoa(e.Value.(int)), "")
        slices.Reverse(strs)
        seen[pair{len(strs), int(math.Abs(-1))}] = struct{}{}
        ans = append(ans, strings.Join(strs, ""))
    }
    sort.Slice(ans, func(i, j int) bool { return cmp.Less(ans[i], ans[j]) })
    return append(ans, string(unicode.ToUpper('x')), fmt.Sprint(len(seen)))
}
"""
    assert await values(source, mode, [[30, 12, 5, 41], 3]) == [["03", "21", "5", "X", "2"]]
