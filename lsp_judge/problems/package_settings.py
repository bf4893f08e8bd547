"""What `problem.yaml` and the configuration of test groups say (Kattis, legacy and 2025-09)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeAlias

import yaml
from msgspec import structs

from lsp_judge.problems.files import read_regular
from lsp_judge.model.errors import PackageBroken
from lsp_judge.model.problem import Checker, Limits

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_MIB = 1024 * 1024
_SWITCHES = ("case_sensitive", "space_change_sensitive", "any_order", "any_order_nested")
_TOLERANCES = {
    "float_absolute_tolerance": ("float_absolute",),
    "float_relative_tolerance": ("float_relative",),
    "float_tolerance": ("float_absolute", "float_relative"),
}
# Judged by talking to the solution, or by other means than comparing its output.
_FOREIGN_TYPES = ("interactive", "multi-pass", "submit-answer")

Settings: TypeAlias = Mapping[str, Any]


def read_yaml(path: Path) -> Settings:
    """A YAML file that holds a map; raises PackageBroken with file and line."""
    try:
        content = yaml.load(read_regular(path), Loader=_LOADER)
    except OSError as error:
        raise PackageBroken(f"{path}: {error.strerror}.") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"{path}:{mark.line + 1}" if mark else f"{path}"
        what = getattr(error, "problem", None) or str(error)
        raise PackageBroken(f"{place}: this is no YAML: {what}.") from error
    if content is None:
        return {}
    if not isinstance(content, dict):
        raise PackageBroken(f"{path}:1: expected keys with values, like `name: Two Sum`.")
    return content


def title_of(settings: Settings, fallback: str) -> str:
    """`name`, a string or a map by language: English where there is any."""
    name = settings.get("name")
    if isinstance(name, dict):
        name = name.get("en") or next(iter(name.values()), None)
    return str(name) if name else fallback


def limits_of(settings: Settings, directory: Path) -> Limits:
    """The limits of `problem.yaml` (seconds, MiB), else of `.timelimit` (seconds), else ours.

    Raises PackageBroken for what is no positive number.
    """
    path = directory / "problem.yaml"
    written = settings.get("limits") or {}
    if not isinstance(written, dict):
        raise PackageBroken(f"{path}: `limits` has to be a map, like `time_limit: 2`.")
    limits = Limits()
    seconds = _positive(written, "time_limit", path)
    if seconds is None:
        seconds = _time_limit_file(directory / ".timelimit")
    if seconds is not None:
        ms = max(1, round(seconds * 1000))
        limits = structs.replace(limits, wall_ms=ms, cpu_ms=ms)
    if memory := _positive(written, "memory", path):
        limits = structs.replace(limits, memory_bytes=int(memory * _MIB))
    if output := _positive(written, "output", path):
        limits = structs.replace(limits, output_bytes=int(output * _MIB))
    return limits


def _positive(written: Settings, key: str, path: Path) -> float | None:
    value = written.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value < 1e9:
        raise PackageBroken(f"{path}: `limits.{key}` has to be a positive number, not {value!r}.")
    return float(value)


def _time_limit_file(path: Path) -> float | None:
    try:
        text = read_regular(path).decode(errors="replace").strip()
    except FileNotFoundError:
        return None
    try:
        return _positive({"time_limit": float(text)}, "time_limit", path)
    except ValueError as error:
        raise PackageBroken(f"{path}:1: expected a number of seconds, not {text!r}.") from error


def refuse_foreign(settings: Settings, directory: Path) -> None:
    """Raise PackageBroken where answers are judged in a way that we do not have yet."""
    path = directory / "problem.yaml"
    kinds = settings.get("type") or ()
    kinds = (kinds,) if isinstance(kinds, str) else kinds
    validation = str(settings.get("validation") or "default").split()
    foreign = [kind for kind in kinds if kind in _FOREIGN_TYPES]
    if foreign or "interactive" in validation:
        kind = foreign[0] if foreign else "interactive"
        raise PackageBroken(f"{path}: problems of type {kind} cannot be judged yet.")


def output_validator(directory: Path, settings: Settings) -> str | None:
    """The package's own validator, a Python program; None where the default one judges.

    2025-09 keeps one in `output_validator/`, the legacy format in `output_validators/`, a folder
    or a file each. Raises PackageBroken for what cannot be run.
    """
    files = [
        file
        for pattern in ("output_validator/*", "output_validators/*", "output_validators/*/*")
        for file in sorted(directory.glob(pattern))
        if file.is_file() and file.name[0] not in "._" and file.suffix not in (".h", ".md", ".txt")
    ]
    scripts = [file for file in files if file.suffix == ".py"]
    if files and len(scripts) != 1:
        named = next((file for file in files if file.suffix != ".py"), files[-1])
        raise PackageBroken(
            f"{named}: only a validator that is one Python file can be run yet.",
            "Problems with the default validator can be judged.",
        )
    if not scripts and str(settings.get("validation") or "").split()[:1] == ["custom"]:
        path = directory / "problem.yaml"
        raise PackageBroken(f"{path}: `validation` is custom, but output_validators has none.")
    return str(scripts[0].absolute()) if scripts else None


def problem_checker(settings: Settings, checker: Checker, path: Path) -> Checker:
    """`checker` with the flags of `problem.yaml`: `validator_flags` as in the legacy format."""
    for key in ("validator_flags", "output_validator_args"):
        checker = with_flags(checker, settings.get(key), f"{path}: `{key}`")
    return checker


def has_flags(settings: Settings) -> bool:
    """Whether a group's or case's configuration has validator flags of its own."""
    return "output_validator_flags" in settings or "output_validator_args" in settings


def group_checker(settings: Settings, checker: Checker, path: Path) -> Checker:
    """The problem's `checker` with the flags of a test group's or test case's configuration.

    Legacy: `output_validator_flags`, a string or a map with `flags`; 2025-09:
    `output_validator_args`, a list. They replace those of the groups around.
    """
    flags = settings.get("output_validator_flags")
    if isinstance(flags, dict):
        flags = flags.get("flags")
    checker = with_flags(checker, flags, f"{path}: `output_validator_flags`")
    arguments = settings.get("output_validator_args")
    return with_flags(checker, arguments, f"{path}: `output_validator_args`")


def with_flags(checker: Checker, flags: str | Sequence[object] | None, place: str) -> Checker:
    """`checker` with the flags of Kattis' default validator and our `any_order` ones.

    `flags` is one string or a list of words; a later tolerance replaces an earlier one. Raises
    PackageBroken, beginning with `place`, for an unknown flag or a tolerance without a number.
    """
    words = flags.split() if isinstance(flags, str) else [str(flag) for flag in flags or ()]
    changes: dict[str, bool | float] = {}
    rest = iter(words)
    for word in rest:
        if word in _SWITCHES:
            changes[word] = True
        elif word in _TOLERANCES:
            tolerance = _tolerance(next(rest, ""), word, place)
            changes.update(dict.fromkeys(_TOLERANCES[word], tolerance))
        else:
            known = ", ".join((*_SWITCHES, *_TOLERANCES))
            raise PackageBroken(f"{place} has the unknown flag {word!r}. Known are: {known}.")
    return structs.replace(checker, **changes) if changes else checker


def _tolerance(text: str, flag: str, place: str) -> float:
    try:
        tolerance = float(text)
    except ValueError:
        tolerance = -1.0
    if not 0 <= tolerance < float("inf"):
        raise PackageBroken(f"{place}: a number has to follow {flag}, like `{flag} 1e-6`.")
    return tolerance
