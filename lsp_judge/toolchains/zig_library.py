"""One place for zig's own library, whichever environment's wheel is asked.

zig keeps what it has built of its C library by the paths of the sources, and builds it anew, in
minutes, for a wheel in another place. So wheels of one version share a link to the library of
the first of them, for as long as that one is there.
"""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import msgspec

from lsp_judge.model.build import Tool

_PACKAGE = "ziglang"


def settled(tool: Tool, root: Path) -> Tool:
    """The tool with the library that it is to use now, where it is zig from a wheel; `root` is
    the cache folder."""
    if tool.origin != "wheel" or tool.flavour != "zig":
        return tool
    own = Path(tool.command[0]).with_name("lib")
    link = _link(own, root)
    if link is None:
        return tool
    if not _is_whole(link):
        _point(link, own)
        if not _is_whole(link):
            return tool
    return msgspec.structs.replace(tool, library=(str(link), os.path.realpath(link)))


def _link(own: Path, root: Path) -> Path | None:
    """Named after the wheel's version; None where the package was not installed as a wheel. In
    zig's cache, wherever that lies."""
    package = own.parent
    if package.name != _PACKAGE or not own.is_dir():
        return None
    version = next((each.name for each in package.parent.glob(f"{_PACKAGE}-*.dist-info")), None)
    return Path(os.path.realpath(root / "zig")) / "library" / version if version else None


def _is_whole(link: Path) -> bool:
    """Whether it leads to the library of a wheel that is still installed, in the link's version."""
    try:
        target = link.readlink()
    except OSError:
        return False
    return target.is_dir() and (target.parent.parent / link.name).is_dir()


def _point(link: Path, own: Path) -> None:
    """Another server may do the same at the same time; an own library serves without a link."""
    with suppress(OSError):
        link.parent.mkdir(parents=True, exist_ok=True)
        temporary = link.with_name(f"{link.name}.{os.getpid()}")
        temporary.symlink_to(own)
        temporary.replace(link)
