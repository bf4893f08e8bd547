"""The plans of Go builds, and the messages where a function cannot answer its problem."""

import pytest
from go_kit import document, planned, refused, request

from lsp_judge.languages.go.language import Go
from lsp_judge.model.build import ArtifactKind
from lsp_judge.model.errors import ToolMissing
from lsp_judge.model.source import Position, Shape, Span
from lsp_judge.model.types import Parameter, Signature, parse_type
from lsp_judge.model.verdict import Mode

SOURCE = "func f(nums []int, k int64) float64 { return 0 }"


def signature(returns: str, *types: str) -> Signature:
    parameters = tuple(Parameter(f"p{n}", parse_type(text)) for n, text in enumerate(types))
    return Signature("problem", parameters, parse_type(returns))


@pytest.mark.parametrize(
    ("mode", "shape", "kind"),
    [
        (Mode.WASM, Shape.FUNCTION, ArtifactKind.REACTOR),
        (Mode.NATIVE, Shape.FUNCTION, ArtifactKind.PLUGIN),
        (Mode.WASM, Shape.STDIO, ArtifactKind.COMMAND),
        (Mode.NATIVE, Shape.STDIO, ArtifactKind.EXECUTABLE),
    ],
)
def test_kinds_and_determinism(mode: Mode, shape: Shape, kind: ArtifactKind) -> None:
    wanted = request(SOURCE + "\nfunc main() {}", mode, shape=shape)
    plan = planned(wanted)
    (step,) = plan.steps
    assert plan.kind is kind
    assert plan.artifact in step.outputs
    assert set(step.inputs) == set(plan.files)
    assert plan == planned(wanted)


def test_a_native_plugin_needs_a_c_compiler_whose_command_may_have_spaces() -> None:
    assert Go().tools(Mode.NATIVE) == ("go", "cc")
    assert Go().tools(Mode.WASM) == ("go",)
    environment = dict(planned(request(SOURCE, Mode.NATIVE)).steps[0].environment)
    assert environment["CC"] == "'/with space/zig' cc"


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("go version go1.27.3 linux/amd64", "go 1.27.3"),
        ("go version go1.24 darwin/arm64", "go 1.24"),
        ("go version go1.28rc1 linux/amd64", "go 1.28rc1"),
        ("go version devel go1.28-abcdef", "go 1.28"),
        ("something else", "go 1.24"),
    ],
)
def test_the_language_version_is_the_tools(said: str, written: str) -> None:
    plan = planned(request(SOURCE, version=said))
    assert plan.files["go.mod"].decode().splitlines()[-1] == written


def test_an_old_go_is_a_missing_tool() -> None:
    with pytest.raises(ToolMissing, match=r"Go 1\.21\.4 is too old.*Install"):
        planned(request(SOURCE, version="go version go1.21.4 linux/amd64"))


@pytest.mark.parametrize(
    ("wanted", "text"),
    [
        (signature("double", "integer[]"), "f has 2 parameters, the problem gives 1"),
        (
            signature("double", "integer[][]", "integer"),
            "the parameter nums []int cannot take the problem's integer[][]",
        ),
        (
            signature("double", "integer[]", "string"),
            "the parameter k int64 cannot take the problem's string",
        ),
        (
            signature("double[]", "integer[]", "integer"),
            "f returns float64, the problem asks for double[]",
        ),
    ],
)
def test_a_function_that_does_not_fit_its_problem(wanted: Signature, text: str) -> None:
    message = refused(request(SOURCE, signature=wanted))
    assert message.text == text
    assert message.span == Span(Position(0, 5), Position(0, 6))


def test_a_function_without_the_result_that_is_asked_for() -> None:
    message = refused(request("func f() {}", signature=signature("integer")))
    assert message.text == "f returns nothing, the problem asks for integer"


def test_a_result_that_nobody_asks_for_is_dropped() -> None:
    planned(request("func f(a []int) int { return 1 }", signature=signature("void", "integer[]")))


def test_comments_say_how_they_look() -> None:
    assert document("").path.endswith(Go().extensions)
    assert Go().comments.line == ("//",)
