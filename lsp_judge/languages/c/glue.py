"""The small file that includes the user's and calls its entry."""

from __future__ import annotations

from lsp_judge.languages.c.outline import aliases_of, entry_function
from lsp_judge.languages.c.shape import CallShape, Value, read_shape
from lsp_judge.languages.cfamily.functions import Function
from lsp_judge.languages.cfamily.text import fence
from lsp_judge.model.build import BuildRequest
from lsp_judge.model.source import Shape
from lsp_judge.model.types import Kind

# What may not follow a declaration without its `;`.
_FENCE = '_Static_assert(1, "");'


def glue(request: BuildRequest, solution: str) -> bytes:
    """The translation unit; `solution` is the name under which the user's file is included.

    Raises ValueError where the entry is not in the document, or not to be called.
    """
    lines = [f'#include "{solution}"', *fence(request.document.text, solution, _FENCE)]
    if request.shape is Shape.FUNCTION:
        function = entry_function(request.document, request.entry)
        if function is None:
            raise ValueError(f"there is no function '{request.entry.name}' any more")
        shape = read_shape(function, aliases_of(request.document))
        # What is wrong with the call is wrong with the entry's declaration.
        lines.append(f'#line {request.entry.span.start.line + 1} "{solution}"')
        lines.append(_entry(request.entry.name, function, shape))
    return ("\n".join(lines) + "\n").encode()


def _entry(name: str, function: Function, shape: CallShape) -> str:
    """One line, so that all of it stands on the entry's."""
    call = f"{name}({', '.join(_arguments(function, shape))})"
    statements = [f"judge_begin({len(shape.values)}u);"]
    statements += [_take(index, value) for index, value in enumerate(shape.values)]
    statements += _lengths(shape.result)
    statements.append("judge_status judge_s = judge_ready();")
    statements.append("if (judge_s != JUDGE_RETURNED) return judge_s;")
    if shape.result.type.kind is Kind.VOID:
        statements += [f"judge_start(); {call}; judge_stop();", "judge_write_null();"]
        statements.append("return JUDGE_RETURNED;")
    else:
        statements.append(f"judge_start(); __auto_type judge_r = {call}; judge_stop();")
        statements.append(f"return {_give(shape.result)};")
    return f"judge_status judge_entry(judge_void) {{ {' '.join(statements)} }}"


def _take(index: int, value: Value) -> str:
    kind = f"JUDGE_KIND({value.element})"
    named = f'judge_argument({index}u, "{value.declared.name}");'
    if value.depth == 0:
        return f"{named} {value.element} judge_a{index} = 0; judge_take({kind}, &judge_a{index});"
    size = f"judge_long judge_n{index} = 0;"
    if value.depth == 1:
        taken = f"judge_take_array({kind}, &judge_n{index})"
        return f"{named} {size} judge_void *judge_a{index} = {taken};"
    columns = f"judge_int *judge_c{index} = 0;"
    taken = f"judge_take_grid({kind}, &judge_n{index}, &judge_c{index})"
    return f"{named} {size} {columns} judge_void *judge_a{index} = {taken};"


def _lengths(result: Value) -> list[str]:
    """What the entry writes the lengths of its result into."""
    lengths: list[str] = []
    if result.size is not None:
        lengths.append(f"{result.size.base} judge_rn = 0;")
    if result.columns is not None:
        lengths.append(f"{result.columns.base} *judge_rc = 0;")
    return lengths


def _arguments(function: Function, shape: CallShape) -> list[str]:
    """One expression for each of the function's own parameters, in their order."""
    expressions: dict[int, str] = {}
    for index, value in enumerate(shape.values):
        expressions[id(value.declared)] = f"judge_a{index}"
        if value.size is not None:
            expressions[id(value.size)] = f"judge_n{index}"
        if value.columns is not None:
            first = f"(judge_n{index} > 0 ? judge_c{index}[0] : 0)"
            columns = f"judge_c{index}" if value.columns.pointers else first
            expressions[id(value.columns)] = columns
    if shape.result.size is not None:
        expressions[id(shape.result.size)] = "&judge_rn"
    if shape.result.columns is not None:
        expressions[id(shape.result.columns)] = "&judge_rc"
    # A returnSize that the result has no use for.
    return [expressions.get(id(p), "&(judge_int){0}") for p in function.parameters]


def _give(result: Value) -> str:
    kind = f"JUDGE_KIND({result.element})"
    if result.depth == 0:
        return f"judge_give({kind}, &judge_r)"
    if result.depth == 1:
        return f"judge_give_array({kind}, judge_r, judge_rn)"
    return f"judge_give_grid({kind}, judge_r, judge_rn, judge_rc)"
