"""Compilers' messages, real ones and the forms of compilers that are not here."""

import pytest
from c_kit import C_NAME, CPP_NAME, MODES, built, failed

from lsp_judge.languages.c.language import C
from lsp_judge.languages.cpp.language import Cpp
from lsp_judge.model.source import Document, Position, Severity, SourceMessage, Span
from lsp_judge.model.verdict import Mode


def at(line: int, start: int, end: int) -> Span:
    return Span(Position(line, start), Position(line, end))


def first_error(messages: tuple[SourceMessage, ...]) -> SourceMessage:
    return next(m for m in messages if m.severity is Severity.ERROR)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", [C_NAME, CPP_NAME])
def test_columns_are_code_points_and_lines_are_the_users(name: str, mode: Mode) -> None:
    source = '// é\r\nint f(int x) {\r\n  char* s = (char*)"é\t𝄞"; return missing + x;\r\n}\r\n'
    failure = failed(name, source, mode)
    assert first_error(failure.messages).span == at(2, 33, 40)


@pytest.mark.parametrize("mode", MODES)
def test_a_byte_order_mark_shifts_no_column(mode: Mode) -> None:
    failure = failed(CPP_NAME, "\ufeffint f(int x) { return missing; }", mode)
    assert first_error(failure.messages).span == at(0, 22, 29)


@pytest.mark.parametrize("mode", MODES)
def test_all_errors_are_told_and_warnings_stay_warnings(mode: Mode) -> None:
    source = "int f(int x) {\n  if (x = 3) x++;\n  one();\n  two();\n  return x;\n}"
    messages = failed(CPP_NAME, source, mode).messages
    assert [(m.severity, m.span.start.line) for m in messages if m.span] == [
        (Severity.ERROR, 2),
        (Severity.ERROR, 3),
        (Severity.WARNING, 1),
    ]


@pytest.mark.parametrize("mode", MODES)
def test_warnings_come_with_the_artifact(mode: Mode) -> None:
    source = "int f(int x) {\n  int spare;\n  if (x = 3) return 1;\n  return x;\n}"
    for name in (C_NAME, CPP_NAME):
        messages = built(name, source, mode).messages
        assert {m.severity for m in messages} == {Severity.WARNING}
        assert {m.span.start.line for m in messages if m.span} == {1, 2}


@pytest.mark.parametrize("mode", MODES)
def test_an_error_inside_a_header_stands_at_the_users_line(mode: Mode) -> None:
    source = "struct P { int a; };\nint f(int x) {\n  set<P> s;\n  s.insert(P{x});\n  return x;\n}"
    error = first_error(failed(CPP_NAME, source, mode).messages)
    assert error.span is not None
    assert error.span.start.line == 3
    assert len(error.notes) <= 12


@pytest.mark.parametrize("mode", MODES)
def test_notes_belong_to_their_error(mode: Mode) -> None:
    source = "int g(int a);\nint g(string s);\nint f(int x) { return g(vector<int>{}); }"
    error = first_error(failed(CPP_NAME, source, mode).messages)
    assert any(note.startswith("line 1: ") for note in error.notes)
    assert any(note.startswith("line 2: ") for note in error.notes)


@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("name", [C_NAME, CPP_NAME])
def test_what_is_defined_nowhere_is_an_error(name: str, mode: Mode) -> None:
    error = first_error(
        failed(name, "int g(int a);\nint f(int x) {\n  return g(x);\n}", mode).messages
    )
    assert "'g" in error.text
    assert "defined nowhere" in error.text


@pytest.mark.parametrize("mode", MODES)
def test_an_undeclared_function_is_an_error_in_c(mode: Mode) -> None:
    error = first_error(failed(C_NAME, "int f(int x) {\n  return g(x);\n}", mode).messages)
    assert error.span == at(1, 9, 10)


@pytest.mark.parametrize("mode", MODES)
def test_a_solution_that_cannot_be_made_is_told_at_the_entry(mode: Mode) -> None:
    source = "class Solution {\npublic:\n  Solution(int x) {}\n  int f(int x) { return x; }\n};"
    error = first_error(failed(CPP_NAME, source, mode).messages)
    assert error.span is not None
    assert error.span.start.line == 3


@pytest.mark.parametrize("mode", MODES)
def test_what_is_left_open_is_told_in_the_users_words(mode: Mode) -> None:
    source = "class Solution {\npublic:\n  int f(int x) {\n    if (x) {\n    return x;\n  }\n};\n"
    messages = failed(CPP_NAME, source, mode).messages
    assert len(messages) == 1
    assert "'}'" in messages[0].text.replace("‘", "'").replace("’", "'")
    semicolon = failed(CPP_NAME, source.replace("if (x) {", "").replace("};", "}"), mode).messages
    assert [(m.span and m.span.start, "';'" in m.text or "‘;’" in m.text) for m in semicolon] == [
        (Position(6, 1), True)
    ]


CLANG = """In file included from glue.cpp:2:
./solution.cpp:2:7: error: use of undeclared identifier 'ab' [clang-diagnostic]
    2 |   x = ab;
      |       ^~
/usr/include/c++/v1/vector:10:1: warning: inside a header
/usr/include/c++/v1/vector:12:1: error: static assertion failed
./solution.cpp:1:3: note: in instantiation of template class 'A<int>' requested here
2 errors generated.
"""
LINKER = """/usr/bin/ld: /tmp/ccX.o: in function `f(int)':
solution.cpp:2:(.text+0x5): undefined reference to `g(int)'
collect2: error: ld returned 1 exit status
"""
NO_COLUMN = (
    "C:\\build\\solution.cpp:2: error: odd\nsolution.cpp:2:1: fatal error: no.h: No such file\n"
)


def test_forms_of_other_compilers() -> None:
    document = Document("/s/solution.cpp", b"int a;\n  x = ab;\n")
    assert Cpp().messages(CLANG, document) == [
        SourceMessage(
            Severity.ERROR, "use of undeclared identifier 'ab' [clang-diagnostic]", at(1, 6, 8)
        ),
        SourceMessage(
            Severity.ERROR,
            "static assertion failed",
            at(0, 2, 3),
            ("line 1: in instantiation of template class 'A<int>' requested here",),
        ),
    ]
    linked = Cpp().messages(LINKER, document)
    assert [(m.text, m.span and m.span.start.line) for m in linked] == [
        ("'g(int)' is declared or used, but defined nowhere", 1)
    ]
    assert [m.text for m in Cpp().messages(NO_COLUMN, document)] == ["odd", "no.h: No such file"]


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (
            "terminate called after throwing an instance of 'std::out_of_range'\n  what():  v[3]\n",
            "uncaught exception std::out_of_range: v[3]",
        ),
        ("terminate called after throwing an instance of 'int'\n", "uncaught exception int"),
        (
            "libc++abi: terminating due to uncaught exception of type std::runtime_error: boom",
            "uncaught exception std::runtime_error: boom",
        ),
        ("noise\njudge: uncaught exception Error: mine\n", "uncaught exception Error: mine"),
        ("free(): invalid pointer\n", "free(): invalid pointer"),
        ("double free or corruption (fasttop)\n", "double free or corruption (fasttop)"),
        (
            "*** stack smashing detected ***: terminated\n",
            "*** stack smashing detected ***: terminated",
        ),
    ],
)
def test_last_words(text: str, reason: str) -> None:
    traceback = C().traceback(text)
    assert traceback is not None
    assert traceback.reason == reason


def test_other_text_is_no_traceback() -> None:
    assert Cpp().traceback("debug: free of charge\nexception: none\n") is None
