"""What the stubs of all languages share. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TypeAlias

from lsp_judge.model.types import ClassSignature, Form, Kind, Parameter, Signature, Type

# The fields of a linked structure behind `val`: a name, and whether it is a list of links.
Links: TypeAlias = tuple[tuple[str, bool], ...]

_LINKS: dict[Form, Links] = {
    Form.LIST: (("next", False),),
    Form.TREE: (("left", False), ("right", False)),
    Form.NARY: (("children", True),),
    Form.RANDOM: (("next", False), ("random", False)),
    Form.GRAPH: (("neighbors", True),),
    Form.NEXT: (("left", False), ("right", False), ("next", False)),
}


def linked_types(signature: Signature | ClassSignature) -> list[tuple[str, Links]]:
    """The linked structures of a signature by name, with their fields, for a comment that says
    how each is defined."""
    return [(each.name, _LINKS[each.form]) for each in signature.nodes if each.form is not None]


def knows_nodes(signature: Signature | ClassSignature) -> bool:
    """Whether it is known how every linked structure hangs together."""
    return all(each.form is not None for each in signature.nodes)


def types_of(signature: Signature | ClassSignature) -> Iterable[Type]:
    """Every type that is spoken of."""
    if isinstance(signature, Signature):
        return [*(each.type for each in signature.parameters), signature.returns]
    found = [each.type for each in signature.constructor]
    for method in signature.methods:
        found += types_of(method)
    return found


def is_void(type_: Type) -> bool:
    return type_.kind is Kind.VOID


def snake(name: str) -> str:
    """`twoSum` as `two_sum`; capitals in a row are one word."""
    text = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name)
    return text.lower()


def pascal(name: str) -> str:
    return name[:1].upper() + name[1:]


def camel(name: str) -> str:
    return name[:1].lower() + name[1:]


def named(parameters: Iterable[Parameter], taken: frozenset[str]) -> list[Parameter]:
    """The parameters, each with a name that the language has not taken for itself."""
    return [
        Parameter(f"{each.name}_" if each.name in taken else each.name, each.type)
        for each in parameters
    ]


def block(lines: Iterable[str], indent: str = "") -> str:
    """Lines as text; an empty one has no indent."""
    return "".join(f"{indent}{line}".rstrip(" ") + "\n" for line in lines)
