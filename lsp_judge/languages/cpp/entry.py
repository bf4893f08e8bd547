"""The one line of C++ that calls an entry, made from its signature."""

from __future__ import annotations

from collections.abc import Sequence

from lsp_judge.languages.cfamily.functions import Function
from lsp_judge.languages.cpp.outline import Design, Found, design_of, is_entry, overloads
from lsp_judge.languages.cpp.supplied import links_of
from lsp_judge.model.build import BuildRequest
from lsp_judge.model.types import ClassSignature, Parameter, Signature, Type


def entry_of(request: BuildRequest) -> str:
    """`judge_codec::entry`, all on one line, so that all of it stands on the entry's."""
    signature = request.signature
    nodes = signature.nodes if signature is not None else ()
    links = " ".join(links_of(each) for each in nodes)
    if isinstance(signature, ClassSignature):
        return f"{links} {_design(request, signature)}"
    names = _names("judge_names", signature.parameters if signature is not None else ())
    call = f"judge_codec::call<{request.entry.owner or 'void'}>(judge_names, {_callable(request)})"
    if signature is not None and signature.then is not None:
        call = _trip(request, signature)
    elif signature is not None and signature.is_extended:
        owner = request.entry.owner or "void"
        target = f"<{_form(signature)}, {owner}>(judge_names, {_callable(request)})"
        call = f"judge_codec::call_extended{target}"
    return f"{links} {names} judge_codec::status judge_codec::entry() {{ return {call}; }}"


def _names(variable: str, parameters: Sequence[Parameter]) -> str:
    quoted = "".join(f'"{parameter.name}", ' for parameter in parameters)
    return f"static const char *const {variable}[] = {{{quoted}nullptr}};"


def _tables(nodes: Sequence[Type]) -> str:
    return f"judge_codec::tables<{', '.join(each.name for each in nodes)}>"


def _form(signature: Signature) -> str:
    """How a call travels: what is looked at after it."""
    if not signature.is_extended:
        return "judge_codec::plain"
    looked_at = [_tables(signature.nodes), "true" if signature.heap else "false"]
    looked_at += [str(index) for index in signature.after]
    return f"judge_codec::extended<{', '.join(looked_at)}>"


def _callable(request: BuildRequest) -> str:
    """A pointer to the entry; where the name is overloaded, a function of its very parameters."""
    owner, name = request.entry.owner, request.entry.name
    pointer = f"&{owner}::{name}" if owner else f"&::{name}"
    same = overloads(request.document, request.entry)
    mine = next((f for f in same if is_entry(f, request.document, request.entry)), None)
    if mine is None or (len(same) < 2 and not _has_defaults(mine)):
        return pointer
    target = f"{owner}().{name}" if owner else f"::{name}"
    return _lambda(mine.function, f"return {target}({_values(mine.function)});", "decltype(auto)")


def _has_defaults(found: Found) -> bool:
    """Whether the function has parameters that a call may leave out."""
    return any(each.optional for each in found.function.parameters)


def _values(function: Function) -> str:
    names = [parameter.name for parameter in function.parameters if not parameter.optional]
    return ", ".join(f"static_cast<decltype({name})&&>({name})" for name in names)


def _lambda(function: Function, body: str, result: str, before: str = "") -> str:
    """A function of the parameters as they are written, but for those with defaults."""
    kept = [parameter.written for parameter in function.parameters if not parameter.optional]
    listed = ", ".join([before, *kept] if before else kept)
    return f"+[]({listed}) -> {result} {{ {body} }}"


def _trip(request: BuildRequest, signature: Signature) -> str:
    owner, name = request.entry.owner or "void", signature.name
    back = f"[]({owner} &self, auto &middle) {{ return self.{signature.then}(middle); }}"
    return (
        f"judge_codec::call_trip<{_form(signature)}, {owner}>"
        f"(judge_names, &{owner}::{name}, {back})"
    )


def _design(request: BuildRequest, signature: ClassSignature) -> str:
    """The calls of a class: a case for each of its methods."""
    design = design_of(request.document, request.entry)
    owner = request.entry.name
    lines = [_names("judge_names0", signature.constructor)]
    cases = [
        f"case 0: judge_d.construct<{owner}>(judge_o, judge_names0, {_make(design, owner)}); break;"
    ]
    for index, method in enumerate(signature.methods, 1):
        lines.append(_names(f"judge_names{index}", method.parameters))
        target = _method(design, owner, method)
        cases.append(f"case {index}: judge_d.method(judge_o, judge_names{index}, {target}); break;")
    body = (
        f"judge_codec::calls<{_tables(signature.nodes)}> judge_d; "
        f"std::unique_ptr<{owner}> judge_o; judge_d.open(); "
        f"while (judge_d.next()) switch (judge_d.op) {{ {' '.join(cases)} "
        "default: judge_d.refuse(); } return judge_d.close();"
    )
    return f"{' '.join(lines)} judge_codec::status judge_codec::entry() {{ {body} }}"


def _make(design: Design | None, owner: str) -> str:
    function = design.constructor if design is not None else None
    if function is None:
        return f"+[]() -> {owner} * {{ return new {owner}(); }}"
    return _lambda(function, f"return new {owner}({_values(function)});", f"{owner} *")


def _method(design: Design | None, owner: str, method: Signature) -> str:
    same = [f for f in design.methods if f.name == method.name] if design is not None else []
    count = len(method.parameters)
    mine = next((f for f in same if len(_needed(f)) == count), same[0] if same else None)
    overloaded = design is not None and design.all_names.count(method.name) > 1
    if mine is None or not (overloaded or _has_defaults(mine)):
        return f"&{owner}::{method.name}"
    call = f"return judge_self.{method.name}({_values(mine.function)});"
    return _lambda(mine.function, call, "decltype(auto)", f"{owner} &judge_self")


def _needed(found: Found) -> list[str]:
    return [each.name for each in found.function.parameters if not each.optional]
