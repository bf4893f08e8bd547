"""The scalar types of C and C++, by the words that spell them."""

from __future__ import annotations

from collections.abc import Iterable

from lsp_judge.model.types import Kind

# By the words of the type in alphabetical order, `int` left out where another word is there.
_SCALARS = {
    "bool": Kind.BOOLEAN,
    "_Bool": Kind.BOOLEAN,
    "char": Kind.CHARACTER,
    "char unsigned": Kind.CHARACTER,
    "uint8_t": Kind.CHARACTER,
    "char signed": Kind.INTEGER,
    "int8_t": Kind.INTEGER,
    "short": Kind.INTEGER,
    "short signed": Kind.INTEGER,
    "short unsigned": Kind.INTEGER,
    "int16_t": Kind.INTEGER,
    "uint16_t": Kind.INTEGER,
    "int": Kind.INTEGER,
    "signed": Kind.INTEGER,
    "int32_t": Kind.INTEGER,
    "unsigned": Kind.UNSIGNED,
    "uint32_t": Kind.UNSIGNED,
    "long": Kind.LONG,
    "long signed": Kind.LONG,
    "long unsigned": Kind.UNSIGNED,
    "long long": Kind.LONG,
    "long long signed": Kind.LONG,
    "long long unsigned": Kind.UNSIGNED,
    "int64_t": Kind.LONG,
    "uint64_t": Kind.UNSIGNED,
    "size_t": Kind.UNSIGNED,
    "ssize_t": Kind.LONG,
    "ptrdiff_t": Kind.LONG,
    "float": Kind.DOUBLE,
    "double": Kind.DOUBLE,
    "double long": Kind.DOUBLE,
    "string": Kind.STRING,
    "string_view": Kind.STRING,
    "void": Kind.VOID,
}


def scalar_kind(words: Iterable[str]) -> Kind | None:
    """`unsigned long int` in any order; None where the words are no scalar type.

    A type that may hold more than 32 bits with a sign is a long.
    """
    kept = sorted(words)
    if len(kept) > 1 and "int" in kept:
        kept.remove("int")
    return _SCALARS.get(" ".join(kept))
