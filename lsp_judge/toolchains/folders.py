"""Where things that outlive a build are kept, and the environment that compilers see."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

from platformdirs import user_cache_path

CACHE_VARIABLE = "LSP_JUDGE_CACHE_DIR"

# What compilers need of the caller's environment: how to find their own parts, and what
# Windows and macOS insist on. Everything else would shape artifacts behind the store's back.
_PASSED = ("PATH", "SYSTEMROOT", "WINDIR", "COMSPEC", "PATHEXT", "SDKROOT", "DEVELOPER_DIR")


def cache_root(environment: Mapping[str, str]) -> Path:
    """The cache folder, absolute: `LSP_JUDGE_CACHE_DIR`, or the user's cache folder."""
    chosen = environment.get(CACHE_VARIABLE)
    return Path(chosen).expanduser().absolute() if chosen else user_cache_path("lsp-judge")


def prepare_home(root: Path) -> Path:
    """A home folder of ours for the tools, in which Go's telemetry is switched off."""
    home = root / "home"
    for base in (home / ".config", home / "Library" / "Application Support"):
        mode = base / "go" / "telemetry" / "mode"
        if not mode.exists():
            mode.parent.mkdir(parents=True, exist_ok=True)
            mode.write_text("off\n")
    return home


def tool_environment(environment: Mapping[str, str], root: Path, temporary: Path) -> dict[str, str]:
    """The environment of every compiler: nothing of the caller's but what `_PASSED` names.

    The caches lie under `root`, so that they survive; `temporary` is the step's own. Messages
    are English whatever the caller speaks, because they are parsed.
    """
    home = str(prepare_home(root))
    passed = {name: environment[name] for name in _PASSED if name in environment}
    temporaries = ("TMPDIR", "TEMP", "TMP") if sys.platform == "win32" else ("TMPDIR",)
    return (
        passed
        | dict.fromkeys(temporaries, str(temporary))
        | {"HOME": home, "XDG_CONFIG_HOME": f"{home}/.config", "LC_ALL": "C.UTF-8"}
        | _go_environment(root)
        | _rust_environment(environment)
        | {
            "ZIG_GLOBAL_CACHE_DIR": str(root / "zig"),
            "ZIG_LOCAL_CACHE_DIR": str(temporary / "zig"),
        }
    )


def _rust_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Where rustup keeps its compilers: its `rustc` is a launcher that looks for them there."""
    home = environment.get("HOME")
    places = {name: environment[name] for name in ("RUSTUP_HOME",) if name in environment}
    return places or ({"RUSTUP_HOME": f"{home}/.rustup"} if home else {})


def _go_environment(root: Path) -> dict[str, str]:
    """Go as if freshly installed, offline, whatever the user's `go env -w` says."""
    return {
        "GOCACHE": str(root / "go"),
        "GOPATH": str(root / "gopath"),
        "GOENV": "off",
        "GOFLAGS": "",
        "GOPROXY": "off",
        "GOSUMDB": "off",
        "GOTELEMETRY": "off",
        "GOTOOLCHAIN": "local",
        "GOWORK": "off",
        "GO111MODULE": "on",
    }
