"""What people see of Go's own errors: the real compiler's, at the user's own places."""

import subprocess
from pathlib import Path

import pytest
import wasmtime
from go_kit import GO, built, document, failed

from lsp_judge.languages.base import Traceback
from lsp_judge.model.outcome import Frame
from lsp_judge.model.source import Position, Severity, Shape, SourceMessage, Span
from lsp_judge.model.verdict import Mode


def at(message: SourceMessage) -> tuple[int, int, int]:
    """Line, first and last column of a message's place, all from 0."""
    assert message.span is not None
    assert message.span.start.line == message.span.end.line
    return message.span.start.line, message.span.start.column, message.span.end.column


def run(program: str, stdin: bytes) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run([program], input=stdin, capture_output=True, check=False)


@pytest.mark.parametrize("mode", [Mode.WASM, Mode.NATIVE])
async def test_all_errors_at_their_places_in_code_points(mode: Mode) -> None:
    source = (
        'import "os"\n'
        "func f(n int) int {\n"
        '\tunused := "本"\n'
        '\t/* жук */ n = "x" + 本\n'
        "\treturn sort.Intz(nil)\n"
        "}\n"
    )
    failure = await failed(source, mode)
    assert all(each.severity is Severity.ERROR for each in failure.messages)
    assert [(each.text, at(each)) for each in failure.messages] == [
        ('"os" imported and not used', (0, 7, 11)),
        ("declared and not used: unused", (2, 1, 7)),
        ("undefined: 本", (3, 21, 22)),
        ("undefined: sort.Intz", (4, 13, 17)),
    ]


async def test_more_than_ten_errors_are_all_told() -> None:
    lines = "".join(f"\tx{n} := {n}\n" for n in range(25))
    failure = await failed(f"func f(n int) int {{\n{lines}\treturn n\n}}\n")
    assert len(failure.messages) == 25


@pytest.mark.parametrize(
    ("source", "text", "place"),
    [
        ("func f(n int) int { return n n }", "unexpected name n at end of statement", (0, 29)),
        ("func f(n int) {}\nfunc g() {", "unexpected EOF", (1, 10)),
        ("func f(n int) {}\n\nx := 1\n", None, (2, 0)),
    ],
)
async def test_syntax_errors(source: str, text: str | None, place: tuple[int, int]) -> None:
    (only,) = (await failed(source)).messages
    assert only.text.startswith(f"syntax error: {text or 'non-declaration statement'}")
    assert at(only)[:2] == place


async def test_notes_belong_to_their_message() -> None:
    failure = await failed(
        "func f(n int) int { return g(n) }\nfunc g() int { return 1 }\nvar g int"
    )
    calls, again = failure.messages
    assert calls.text == "too many arguments in call to g"
    assert calls.notes == ("have (int)", "want ()")
    assert again.text == "g redeclared in this block"
    assert again.notes == ("solution.go:2:6: other declaration of g",)


async def test_a_package_that_go_does_not_have() -> None:
    failure = await failed('func h() {}\nimport "no/such"\nfunc f(n int) {}')
    assert "imports must appear before other declarations" in failure.messages[0].text
    failure = await failed('// first\nimport "no/such"\nfunc f(n int) {}')
    assert failure.messages[0].text == "package no/such is not in std"
    assert at(failure.messages[0])[:2] == (1, 7)


@pytest.mark.parametrize(
    ("path", "text"),
    [
        ("syscall/js", "syscall/js: build constraints exclude all Go files"),
        ("internal/abi", "use of internal package internal/abi not allowed"),
        ("judge_build", "judge_build: import cycle not allowed"),
    ],
)
async def test_imports_that_go_refuses_before_it_compiles(path: str, text: str) -> None:
    failure = await failed(f'\nimport (\n\t"fmt"\n\t"{path}"\n)\nfunc f(n int) {{}}')
    assert failure.messages[0].text == text
    assert at(failure.messages[0])[:2] == (3, 1)


async def test_the_users_own_line_directive_leaves_a_message_without_a_place() -> None:
    failure = await failed("//line other.go:5\nfunc f(n int) int {}")
    assert failure.messages == (SourceMessage(Severity.ERROR, "missing return"),)


async def test_crlf_and_byte_order_mark_move_no_place() -> None:
    failure = await failed("\ufefffunc f(n int) int {\r\n\tx := 1\r\n\treturn n\r\n}\r\n")
    assert at(failure.messages[0]) == (1, 1, 2)


async def test_missing_return_ends_at_its_brace() -> None:
    failure = await failed("func f(n int) int {\n}")
    assert failure.messages[0] == SourceMessage(
        Severity.ERROR, "missing return", Span(Position(1, 0), Position(1, 1))
    )


def test_text_of_other_tools_is_no_message() -> None:
    text = "# judge_build\n/usr/bin/ld: cannot find -lc\ncollect2: error: ld returned 1\n"
    assert list(GO.messages(text, document("func f() {}"))) == []


async def test_a_program_reads_stdin_and_its_panic_is_read_from_stderr() -> None:
    source = (
        "func main() {\n"
        "\tvar a, b int\n"
        "\tfmt.Fscan(bufio.NewReader(os.Stdin), &a, &b)\n"
        "\tfmt.Println(a / b)\n"
        "}\n"
    )
    program = await built(source, Mode.NATIVE, shape=Shape.STDIO)
    done = run(program.path, b"6 3")
    assert done.stdout == b"2\n"
    done = run(program.path, b"1 0")
    assert done.returncode == 2
    assert GO.traceback(done.stderr.decode()) == Traceback(
        "runtime error: integer divide by zero", (Frame("main", "solution.go", 4),)
    )


async def test_a_program_for_wasm_is_a_command(tmp_path: Path) -> None:
    source = 'package p\n\nfunc main() { fmt.Println("out"); panic("boom") }'
    command = await built(source, Mode.WASM, shape=Shape.STDIO)
    config = wasmtime.Config()
    config.cranelift_opt_level = "none"
    engine = wasmtime.Engine(config)
    linker = wasmtime.Linker(engine)
    linker.define_wasi()
    store = wasmtime.Store(engine)
    wasi = wasmtime.WasiConfig()
    wasi.stdout_file = str(tmp_path / "out")
    wasi.stderr_file = str(tmp_path / "err")
    store.set_wasi(wasi)
    module = wasmtime.Module.from_file(engine, command.path)
    start = linker.instantiate(store, module).exports(store)["_start"]
    with pytest.raises((wasmtime.Trap, wasmtime.ExitTrap)):
        start(store)
    assert (tmp_path / "out").read_text() == "out\n"
    assert GO.traceback((tmp_path / "err").read_text()) == Traceback(
        "panic: boom", (Frame("main", "solution.go", 3),)
    )


@pytest.mark.parametrize("text", ["", "panic", "panic: I say so\n", "exit status 1", "Traceback:"])
def test_what_is_no_traceback(text: str) -> None:
    assert GO.traceback(text) is None


def test_the_stack_of_library_code_keeps_the_users_frames_and_the_librarys() -> None:
    found = GO.traceback(
        "user's own words\npanic: boom [recovered]\n\tpanic: boom\n\n"
        "goroutine 1 [running]:\npanic({0x1, 0x2})\n\truntime/panic.go:1 +0x1\n"
        "main.solve.func1(...)\n\tjudge_build/solution.go:7\n"
        "sort.Slice({0x1}, 0x2)\n\tsort/slice.go:29 +0xc\n"
        "main.(*tree).walk(0x1)\n\tjudge_build/solution.go:9 +0x2\n"
        "main.init.func2()\n\tjudge_build/judge_glue.go:16 +0x1c5\n\n"
        "goroutine 6 [running]:\nmain.other()\n\tjudge_build/solution.go:1 +0x2\n"
    )
    assert found == Traceback(
        "panic: boom",
        (
            Frame("solve.func1", "solution.go", 7),
            Frame("sort.Slice", "sort/slice.go", 29),
            Frame("(*tree).walk", "solution.go", 9),
        ),
    )
