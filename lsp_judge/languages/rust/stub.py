"""The beginning of a Rust solution, as LeetCode hands it out."""

from __future__ import annotations

from collections.abc import Iterator

from lsp_judge.languages.stubs import block, is_void, snake, types_of
from lsp_judge.model.problem import Problem
from lsp_judge.model.types import ClassSignature, Form, Kind, Parameter, Signature, Type

_SCALARS = {
    Kind.INTEGER: ("i32", "0"),
    Kind.LONG: ("i64", "0"),
    Kind.UNSIGNED: ("u32", "0"),
    Kind.DOUBLE: ("f64", "0.0"),
    Kind.BOOLEAN: ("bool", "false"),
    Kind.STRING: ("String", "String::new()"),
    Kind.CHARACTER: ("char", "' '"),
    Kind.NESTED: ("NestedInteger", "NestedInteger::Int(0)"),
}
_NODES = {
    Form.LIST: "Option<Box<ListNode>>",
    Form.TREE: "Option<Rc<RefCell<TreeNode>>>",
}
_DEFINITIONS = {
    Form.LIST: """\
// Definition for singly-linked list.
// #[derive(PartialEq, Eq, Clone, Debug)]
// pub struct ListNode {
//   pub val: i32,
//   pub next: Option<Box<ListNode>>
// }
""",
    Form.TREE: """\
// Definition for a binary tree node.
// #[derive(Debug, PartialEq, Eq)]
// pub struct TreeNode {
//   pub val: i32,
//   pub left: Option<Rc<RefCell<TreeNode>>>,
//   pub right: Option<Rc<RefCell<TreeNode>>>,
// }
use std::cell::RefCell;
use std::rc::Rc;
""",
}
_TAKEN = frozenset(
    "as break const continue dyn else enum extern false fn for if impl in let loop match mod move"
    " mut pub ref return static struct trait true type unsafe use where while async await box"
    " do final macro override priv try typeof unsized virtual yield abstract become".split()
)
_PROGRAM = """\
use std::io::{self, Read};

fn main() {
    let mut text = String::new();
    io::stdin().read_to_string(&mut text).unwrap();
}
"""


def stub(problem: Problem) -> str | None:
    """None where Rust has no owner for what is given: a node whose list somebody else holds, a
    list without an end, and structures that LeetCode does not offer in Rust."""
    signature = problem.signature
    if signature is None:
        return _PROGRAM
    if any(_type(each) is None for each in types_of(signature) if not is_void(each)):
        return None
    if "pos" in problem.extra and signature.nodes:
        return None
    forms = {each.form for each in signature.nodes if each.form is not None}
    text = "".join(_DEFINITIONS[form] for form in _DEFINITIONS if form in forms)
    if isinstance(signature, ClassSignature):
        return text + block(_class(signature))
    if is_void(signature.returns) and problem.in_place is None and signature.nodes:
        return None
    method = _method(signature, "pub fn", "", problem.in_place)
    return text + block(["impl Solution {", *method, "}"])


def _class(signature: ClassSignature) -> Iterator[str]:
    name = signature.name
    yield from (f"struct {name} {{", "", "}", "", f"impl {name} {{")
    yield f"    fn new({', '.join(_parameters(signature.constructor))}) -> Self {{"
    yield from (f"        {name} {{}}", "    }")
    for method in signature.methods:
        yield ""
        yield from _method(method, "fn", "&mut self", None)
    yield "}"


def _method(
    signature: Signature, keyword: str, receiver: str, in_place: int | None
) -> Iterator[str]:
    parameters = _parameters(signature.parameters, in_place)
    listed = ", ".join([receiver, *parameters] if receiver else parameters)
    void = is_void(signature.returns)
    result = "" if void else f" -> {_type(signature.returns)}"
    yield f"    {keyword} {_name(signature.name)}({listed}){result} {{"
    yield "" if void else f"        {_value(signature.returns)}"
    yield "    }"


def _parameters(parameters: tuple[Parameter, ...], in_place: int | None = None) -> list[str]:
    return [
        f"{_name(each.name)}: {'&mut ' if index == in_place else ''}{_type(each.type)}"
        for index, each in enumerate(parameters)
    ]


def _name(name: str) -> str:
    made = snake(name)
    return f"r#{made}" if made in _TAKEN else made


def _value(type_: Type) -> str:
    if type_.depth:
        return "vec![]"
    return "None" if type_.kind is Kind.NODE else _SCALARS[type_.kind][1]


def _type(type_: Type) -> str | None:
    if type_.element is not None:
        element = _type(type_.element)
        return f"Vec<{element}>" if element is not None else None
    if type_.kind is Kind.NODE:
        known = type_.name in ("ListNode", "TreeNode")
        return _NODES.get(type_.form) if known and type_.form is not None else None
    return _SCALARS[type_.kind][0] if type_.kind in _SCALARS else None
