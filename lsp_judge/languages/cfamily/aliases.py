"""The names that a file gives to types: `typedef`, `using` and `#define`."""

from __future__ import annotations

import re

# Read from the text rather than from the tree: a file that needs `#define int long long` is
# often one that tree-sitter finds broken.
_DEFINE = re.compile(r"^[ \t]*#[ \t]*define[ \t]+(\w+)[ \t]+([\w:<>, \t]+?)[ \t]*(?://.*)?$", re.M)
_TYPEDEF = re.compile(r"\btypedef\s+([\w:<>, \t]+?)\s+(\w+)\s*;")
_USING = re.compile(r"\busing\s+(\w+)\s*=\s*([\w:<>, \t]+?)\s*;")


def type_aliases(text: str) -> dict[str, str]:
    """What each alias stands for, as written: `{"ll": "long long", "vi": "vector<ll>"}`."""
    found = dict(_DEFINE.findall(text))
    found |= {name: body for body, name in _TYPEDEF.findall(text)}
    found |= dict(_USING.findall(text))
    return found
