"""What is appended to a Rust solution: what sites supply, and the call of its entry.

The user's bytes come first and keep their lines; the glue follows in the same module, because
methods of class problems are private. A documentation comment at the end of a file, as sites
leave them, would be an error with nothing behind it: here it belongs to our first item.
"""

from __future__ import annotations

from collections.abc import Sequence

from lsp_judge.languages.rust.outline import Function, all_functions, constructor_of
from lsp_judge.languages.rust.rusttypes import RustType
from lsp_judge.languages.rust.supplied import preludes, supplied
from lsp_judge.languages.rust.syntax import Source
from lsp_judge.model.build import BuildRequest, Profile
from lsp_judge.model.source import Shape
from lsp_judge.model.types import ClassSignature, Signature

_ATTRIBUTES = "#[allow(dead_code, unused, non_snake_case)]"
_EXPORTS = """\
#[EXPORT] pub extern "C" fn judge_abi_version() -> u32 { judge_support::version() }
#[EXPORT] pub extern "C" fn judge_abi_v1() -> u32 { judge_support::version() }
#[EXPORT] pub extern "C" fn judge_input(judge_n: u32) -> usize { judge_support::input(judge_n) }
#[EXPORT] pub extern "C" fn judge_call() -> u32 { judge_support::run(judge_entry) }
#[EXPORT] pub extern "C" fn judge_result() -> usize { judge_support::result_address() }
#[EXPORT] pub extern "C" fn judge_bench(judge_i: u32, judge_w: u32) -> u32 {
    judge_support::bench(judge_entry, judge_i, judge_w)
}"""
_OLD_EDITIONS = ("2015", "2018", "2021")

_MAIN = """\
fn main() { let mut judge_b = Vec::new(); \
std::io::Read::read_to_end(&mut std::io::stdin(), &mut judge_b).unwrap(); \
let judge_p = judge_support::input(judge_b.len() as u32) as *mut u8; \
unsafe { std::ptr::copy_nonoverlapping(judge_b.as_ptr(), judge_p, judge_b.len()); } \
std::process::exit(judge_support::run(judge_entry) as i32) }"""


def compiled(request: BuildRequest, source: Source, edition: str) -> bytes:
    """The user's file with the glue behind it. Raises ValueError where the entry is gone."""
    lines = ["", *preludes(source)]
    if request.shape is not Shape.STDIO:
        lines += [*supplied(request, source), _entry(request, source)]
        lines.append(_outside(request, source, edition))
    if request.profile is Profile.STEP:
        lines.append(_given(edition))
    return source.text + "\n".join(lines).encode() + b"\n"


def _given(edition: str) -> str:
    """What runs before `main`, and before anything of the solution's."""
    section = 'link_section = ".init_array"'
    attribute = section if edition in _OLD_EDITIONS else f"unsafe({section})"
    return f'#[used] #[{attribute}] static JUDGE_GIVEN: extern "C" fn() = judge_support::given;'


def _outside(request: BuildRequest, source: Source, edition: str) -> str:
    """What calls the entry: the ABI, or the program that a debugger starts."""
    if request.profile is not Profile.STEP:
        export = "no_mangle" if edition in _OLD_EDITIONS else "unsafe(no_mangle)"
        return _EXPORTS.replace("EXPORT", export)
    if any(each.name == "main" and each.owner is None for each in all_functions(source)):
        raise ValueError("this file has a `main` of its own: a debugger needs one that calls it")
    return _MAIN


def _entry(request: BuildRequest, source: Source) -> str:
    functions = list(all_functions(source))
    signature = request.signature
    if isinstance(signature, ClassSignature):
        body = _class(functions, signature, request.entry.name)
    else:
        found = _named(functions, request.entry.name, request.entry.owner)
        body = _function(found, signature or found.signature, functions)
    head = (
        "fn judge_entry(judge_r: &mut judge_support::Reader, judge_w: &mut judge_support::Writer,"
        " judge_c: &mut judge_support::Clock) -> judge_support::Taken<()>"
    )
    return f"{_ATTRIBUTES} {head} {{ {body} Ok(()) }}"


def _named(functions: Sequence[Function], name: str, owner: str | None) -> Function:
    for each in functions:
        if each.name == name and each.owner == owner:
            return each
    raise ValueError(f"there is no function `{name}` any more")


def _take(function: Function) -> list[str]:
    return [
        f"let mut judge_{i}: {spelled.kept} = judge_support::Take::take(judge_r)?;"
        for i, (_, spelled) in enumerate(function.parameters)
    ]


def _arguments(function: Function, after: Sequence[int] = ()) -> str:
    """What is looked at after the call is passed as a copy, where the function takes it over."""
    return ", ".join(
        f"{spelled.passing}judge_{i}{_copied(spelled, i in after)}"
        for i, (_, spelled) in enumerate(function.parameters)
    )


def _copied(spelled: RustType, is_kept: bool) -> str:
    return ".clone()" if is_kept and not spelled.passing else ""


def _path(function: Function) -> str:
    if function.takes_self:
        return f"{function.owner} {{}}.{function.spelled}"
    return f"{function.owner}::{function.spelled}" if function.owner else function.spelled


def _function(function: Function, signature: Signature, functions: list[Function]) -> str:
    extended, count = signature.is_extended, len(function.parameters)
    lines = [f"if judge_r.size()? != {count + extended} "]
    lines[0] += '{ return judge_r.reject("as many arguments as the function takes"); }'
    if extended:
        lines.append(f"judge_r.take_tables({len(signature.nodes)})?;")
    lines += [*_take(function), "judge_r.close()?;"]
    call = f"{_path(function)}({_arguments(function, signature.after)})"
    if signature.then is not None:
        call = _trip(function, signature.then, functions)
    lines.append(f"let judge_v = judge_c.time(|| {call});")
    if extended:
        lines.append(f"judge_w.open_extended({len(signature.nodes)});")
        lines.append("judge_w.origins = std::mem::take(&mut judge_r.origins);")
    lines.append("judge_support::Give::give(&judge_v, judge_w);")
    if extended:
        lines.append(f"judge_w.size({len(signature.after)});")
        lines += [f"judge_support::Give::give(&judge_{i}, judge_w);" for i in signature.after]
        lines.append("judge_w.close_tables();")
    return " ".join(lines)


def _trip(function: Function, then: str, functions: list[Function]) -> str:
    """There and back again, by methods of one object."""
    owner = function.owner or ""
    back = _named(functions, then, function.owner)
    passing = back.parameters[0][1].passing if back.parameters else ""
    made = constructor_of(functions, owner)
    maker = f"{owner}::{made.name}()" if made is not None else owner
    there = f"judge_o.{function.name}({_arguments(function)})"
    return (
        f"{{ let mut judge_o = {maker}; let mut judge_m = {there}; "
        f"judge_o.{then}({passing}judge_m) }}"
    )


def _class(functions: list[Function], signature: ClassSignature, owner: str) -> str:
    made = constructor_of(functions, owner)
    if made is None:
        raise ValueError(f"there is no `{owner}::new` any more")
    cases = [_call(0, made, f"judge_o = Some({owner}::{made.name}(", "))", is_void=True)]
    for index, method in enumerate(signature.methods, 1):
        found = _named(functions, method.name, owner)
        call = f"judge_o.as_mut().unwrap().{found.spelled}("
        if _takes_itself(found):
            call = f"judge_o.take().unwrap().{found.spelled}("
        cases.append(_call(index, found, call, ")", is_void=False))
    refuse = '_ => return judge_r.reject("a call that the class has"),'
    return (
        f"let mut judge_k = judge_support::run_calls(judge_r, judge_w, {len(signature.nodes)})?; "
        f"let mut judge_o: Option<{owner}> = None; "
        f"while let Some(judge_op) = judge_k.next(judge_r)? {{ match judge_op {{ "
        f"{' '.join(cases)} {refuse} }} }} judge_r.close()?; judge_w.size(0); "
        "judge_w.close_tables();"
    )


def _takes_itself(function: Function) -> bool:
    listed = function.node.child_by_field_name("parameters")
    for child in listed.named_children if listed is not None else ():
        if child.type == "self_parameter" and child.text is not None:
            return not child.text.lstrip().startswith(b"&")
    return False


def _call(index: int, function: Function, call: str, end: str, *, is_void: bool) -> str:
    lines = [f"judge_k.takes(judge_r, {len(function.parameters)})?;", *_take(function)]
    whole = f"{call}{_arguments(function)}{end}"
    if is_void:
        lines.append(f"judge_c.time(|| {{ {whole}; }}); judge_w.nil();")
    else:
        lines.append(f"let judge_v = judge_c.time(|| {whole});")
        lines.append("judge_w.origins = std::mem::take(&mut judge_r.origins);")
        lines.append("judge_support::Give::give(&judge_v, judge_w);")
    return f"{index} => {{ {' '.join(lines)} }}"
