"""What sites supply to a Rust solution and the file has not: `Solution`, lists and trees.

Files of projects import them (`use crate::util::linked_list::{to_list, ListNode}`): then they are
supplied in that module, with helpers that only the file's tests use.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files

from tree_sitter import Node

from lsp_judge.languages.rust.syntax import Source
from lsp_judge.model.build import BuildRequest
from lsp_judge.model.types import Form

_COMMENT = re.compile(rb"//[^\n]*|/\*.*?\*/", re.DOTALL)
_LIST = """\
#[derive(PartialEq, Eq, Clone, Debug)] pub struct ListNode { pub val: i32, pub next: \
Option<Box<ListNode>> } impl ListNode { #[inline] #[allow(dead_code)] pub fn new(val: i32) -> \
Self { ListNode { next: None, val } } }"""
_TREE = """\
#[derive(Debug, PartialEq, Eq)] pub struct TreeNode { pub val: i32, pub left: \
Option<std::rc::Rc<std::cell::RefCell<TreeNode>>>, pub right: \
Option<std::rc::Rc<std::cell::RefCell<TreeNode>>> } impl TreeNode { #[inline] \
#[allow(dead_code)] pub fn new(val: i32) -> Self { TreeNode { val, left: None, right: None } } }"""
_NESTED = """\
#[derive(Debug, PartialEq, Eq, Clone)] pub enum NestedInteger { Int(i32), \
List(Vec<NestedInteger>) }"""
_TYPES = {"ListNode": _LIST, "TreeNode": _TREE, "NestedInteger": _NESTED}
_NEWER = ("newer.rs", "newer_numbers.rs")
_NESTED_CODEC = """\
impl judge_support::Take for NestedInteger { fn take(judge_r: &mut judge_support::Reader) -> \
judge_support::Taken<Self> { if judge_r.at_array() { \
Ok(NestedInteger::List(judge_support::Take::take(judge_r)?)) } else { \
Ok(NestedInteger::Int(judge_support::Take::take(judge_r)?)) } } } \
impl judge_support::Give for NestedInteger { fn give(&self, judge_w: &mut \
judge_support::Writer) { match self { NestedInteger::Int(judge_v) => \
judge_support::Give::give(judge_v, judge_w), NestedInteger::List(judge_v) => \
judge_support::Give::give(judge_v, judge_w) } } }"""
_LIST_CODEC = """\
impl judge_support::ListLike for ListNode {{ const TABLE: usize = {table}; \
fn make(judge_v: i64, judge_n: Option<Box<Self>>) -> Self {{ \
ListNode {{ val: judge_v as _, next: judge_n }} }} \
fn value(&self) -> i64 {{ self.val as i64 }} \
fn following(&self) -> &Option<Box<Self>> {{ &self.next }} }}"""
_TREE_CODEC = """\
impl judge_support::TreeLike for TreeNode {{ const TABLE: usize = {table}; \
fn make(judge_v: i64) -> Self {{ TreeNode {{ val: judge_v as _, left: None, right: None }} }} \
fn value(&self) -> i64 {{ self.val as i64 }} \
fn links(&self) -> [&Option<std::rc::Rc<std::cell::RefCell<Self>>>; 2] {{ \
[&self.left, &self.right] }} \
fn set(&mut self, judge_l: [Option<std::rc::Rc<std::cell::RefCell<Self>>>; 2]) {{ \
let [judge_a, judge_b] = judge_l; self.left = judge_a; self.right = judge_b; }} }}"""


def supplied(request: BuildRequest, source: Source) -> list[str]:
    """The items to stand behind the file, a line each."""
    code = _COMMENT.sub(b"", source.text)
    imported = [path for path in _crate_imports(source) if not _has_module(source, path[0])]
    elsewhere = {path[-1] for path in imported}
    lines = []
    if re.search(rb"\bimpl\s+Solution\b", code) and not defines("Solution", source.text):
        lines.append("struct Solution;")
    for name, definition in _TYPES.items():
        needed = name.encode() in code and not defines(name, source.text)
        if needed and name not in elsewhere:
            lines.append(definition)
    lines += _modules(imported, source)
    if b"NestedInteger" in code:
        lines.append(_NESTED_CODEC)
    nodes = request.signature.nodes if request.signature is not None else ()
    for table, each in enumerate(nodes):
        codec = _LIST_CODEC if each.form is Form.LIST else _TREE_CODEC
        lines.append(codec.format(table=table))
    return lines


def preludes(source: Source) -> list[str]:
    """Imports of what sites import: the names of types, and methods that an older library lacks.

    A file with a trait of its own for such a method is left without ours, which would compete."""
    lines = ["#[allow(unused_imports)] use judge_support::prelude::*;"]
    newer = files(__package__ or "").joinpath("support")
    text = "".join(newer.joinpath(name).read_text() for name in _NEWER)
    methods = set(re.findall(r"\bfn (\w+)", text))
    if not methods & set(_trait_methods(source)):
        lines.append("#[allow(unused_imports)] use judge_support::newer::*;")
    return lines


def _trait_methods(source: Source) -> Iterator[str]:
    for node in source.root.named_children:
        body = node.child_by_field_name("body") if node.type == "trait_item" else None
        for item in body.named_children if body is not None else ():
            yield source.child(item, "name")


def defines(name: str, text: bytes) -> bool:
    """Whether a file declares a type of this name, comments aside."""
    code = _COMMENT.sub(b"", text)
    return re.search(rb"\b(?:struct|enum|type)\s+%s\b" % name.encode(), code) is not None


def _crate_imports(source: Source) -> list[tuple[str, ...]]:
    """What the file imports from other modules of its project: `("util", "tree", "TreeNode")`."""
    paths = []
    for node in source.root.named_children:
        argument = node.child_by_field_name("argument")
        if node.type == "use_declaration" and argument is not None:
            paths += [path[1:] for path in _paths(argument, source) if path[0] == "crate"]
    return [path for path in paths if len(path) > 1]


def _paths(node: Node, source: Source) -> Iterator[tuple[str, ...]]:
    """The paths that a use declaration names, `*` for a glob."""
    if node.type == "use_list":
        for child in node.named_children:
            yield from _paths(child, source)
    elif node.type == "scoped_use_list":
        before = tuple(source.child(node, "path").split("::"))
        listed = node.child_by_field_name("list")
        for path in _paths(listed, source) if listed is not None else ():
            yield (*before, *path)
    elif node.type == "use_as_clause":
        yield tuple(source.child(node, "path").split("::"))
    else:
        yield tuple(source.written(node).replace(" ", "").split("::"))


def _has_module(source: Source, name: str) -> bool:
    modules = (node for node in source.root.named_children if node.type == "mod_item")
    return any(source.child(node, "name") == name for node in modules)


def _modules(imported: list[tuple[str, ...]], source: Source) -> list[str]:
    """The modules of other files, as far as they can be supplied."""
    known = [path for path in imported if path[-1] in (*_TYPES, "*")]
    unused = [path for path in imported if path not in known and _only_tested(path[-1], source)]
    if len(known) + len(unused) < len(imported):
        return []  # the compiler says what is missing
    return _nested([*known, *unused])


def _nested(paths: list[tuple[str, ...]]) -> list[str]:
    """Items by their paths, as modules in modules."""
    lines = []
    for name in dict.fromkeys(path[0] for path in paths):
        inner = [path[1:] for path in paths if path[0] == name]
        if not any(inner):
            lines.append(_TYPES.get(name, f"pub fn {name}() {{}}") if name != "*" else "")
        else:
            items = " ".join(_nested([path for path in inner if path]))
            lines.append(f"#[allow(dead_code)] pub mod {name} {{ {items} }}")
    return lines


def _only_tested(name: str, source: Source) -> bool:
    """Whether a name stands nowhere but in use declarations and modules, as those of tests are."""
    items = (
        source.written(node)
        for node in source.root.named_children
        if node.type not in ("use_declaration", "mod_item", "line_comment", "block_comment")
    )
    return not any(re.search(rf"\b{re.escape(name)}\b", item) for item in items)
