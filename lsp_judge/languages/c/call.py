"""The C statements that take a call's arguments, perform it and give its result."""

from __future__ import annotations

from collections.abc import Sequence

from lsp_judge.languages.c.shape import CallShape, Value
from lsp_judge.languages.cfamily.functions import Function
from lsp_judge.model.types import Kind, Type


class Call:
    """One function: `nodes` are the linked types of the whole signature, each with a table."""

    def __init__(self, shape: CallShape, function: Function, nodes: Sequence[Type]) -> None:
        self._shape = shape
        self._function = function
        self._tables = list(nodes)

    @property
    def values(self) -> tuple[Value, ...]:
        return self._shape.values

    def take(self) -> list[str]:
        """Declares and reads `judge_a0`, `judge_n0`, `judge_c0` and so on, and what lengths of
        the result are written into."""
        statements = [self._take(index, value) for index, value in enumerate(self.values)]
        result = self._shape.result
        if result.size is not None:
            statements.append(f"{result.size.base} judge_rn = 0;")
        if result.columns is not None:
            statements.append(f"{result.columns.base} *judge_rc = 0;")
        return statements

    def perform(self, name: str, stop: str, own: str = "", into: str = "") -> list[str]:
        """The call under the clock; `own` is the object that a method is called on."""
        arguments = [own, *self.arguments()] if own else self.arguments()
        call = f"{name}({', '.join(arguments)})"
        if self._shape.result.type.kind is Kind.VOID or into:
            return [f"judge_start(); {into}{call}; {stop};"]
        return [f"judge_start(); __auto_type judge_r = {call}; {stop};"]

    def give(self) -> str:
        """Writes the result; the status goes to `judge_s`."""
        result = self._shape.result
        if result.type.kind is Kind.VOID:
            return "judge_give_none();"
        return f"judge_s = {self._given(result, 'judge_r', 'judge_rn', 'judge_rc')};"

    def give_argument(self, index: int) -> str:
        """Writes an argument as it is after the call."""
        value = self.values[index]
        names = (f"judge_a{index}", f"judge_n{index}", f"judge_c{index}")
        return f"judge_s = {self._given(value, *names)};"

    def arguments(self) -> list[str]:
        """One expression for each of the function's own parameters, in their order."""
        expressions: dict[int, str] = {}
        for index, value in enumerate(self.values):
            expressions[id(value.declared)] = f"judge_a{index}"
            if value.size is not None:
                expressions[id(value.size)] = f"judge_n{index}"
            if value.columns is not None:
                first = f"(judge_n{index} > 0 ? judge_c{index}[0] : 0)"
                columns = f"judge_c{index}" if value.columns.pointers else first
                expressions[id(value.columns)] = columns
        result = self._shape.result
        if result.size is not None:
            expressions[id(result.size)] = "&judge_rn"
        if result.columns is not None:
            expressions[id(result.columns)] = "&judge_rc"
        # A returnSize that the result has no use for.
        return [expressions.get(id(p), "&(judge_int){0}") for p in self._function.parameters]

    def _take(self, index: int, value: Value) -> str:
        named = f'judge_argument({index}u, "{value.declared.name}");'
        size = f"judge_long judge_n{index} = 0;"
        if value.linked is not None:
            table = self._tables.index(value.linked)
            if value.depth == 0:
                return f"{named} judge_void *judge_a{index} = judge_take_node({table}u);"
            taken = f"judge_take_nodes({table}u, &judge_n{index})"
            return f"{named} {size} judge_void *judge_a{index} = {taken};"
        if value.nested:
            if value.depth == 0:
                return f"{named} struct NestedInteger *judge_a{index} = judge_take_nested();"
            taken = f"judge_take_nested_list(&judge_n{index})"
            return f"{named} {size} struct NestedInteger **judge_a{index} = {taken};"
        kind = f"JUDGE_KIND({value.element})"
        if value.depth == 0:
            declared = f"{value.element} judge_a{index} = 0;"
            return f"{named} {declared} judge_take({kind}, &judge_a{index});"
        if value.depth == 1:
            taken = f"judge_take_array({kind}, &judge_n{index})"
            return f"{named} {size} judge_void *judge_a{index} = {taken};"
        columns = f"judge_int *judge_c{index} = 0;"
        taken = f"judge_take_grid({kind}, &judge_n{index}, &judge_c{index})"
        return f"{named} {size} {columns} judge_void *judge_a{index} = {taken};"

    def _given(self, value: Value, name: str, size: str, columns: str) -> str:
        if value.linked is not None:
            table = self._tables.index(value.linked)
            if value.depth == 0:
                return f"judge_give_node({table}u, {name})"
            return f"judge_give_nodes({table}u, {name}, {size})"
        if value.nested:
            return f"judge_give_nested({name})"
        kind = f"JUDGE_KIND({value.element})"
        if value.depth == 0:
            return f"judge_give({kind}, &{name})"
        if value.depth == 1:
            return f"judge_give_array({kind}, {name}, {size})"
        return f"judge_give_grid({kind}, {name}, {size}, {columns})"
