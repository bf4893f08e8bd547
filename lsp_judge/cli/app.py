"""The command line: arguments, options and exit statuses. What the commands do is in their files.

Exit statuses: 0 all is well (`run`: every case AC), 1 a solution is not, 2 our environment or
bad usage.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from lsp_judge.model.build import Profile
from lsp_judge.model.errors import JudgeError
from lsp_judge.model.verdict import ModeChoice

app = typer.Typer(
    name="lsp-judge",
    help="Judges algorithm solutions: as WebAssembly and as native code.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

_SolutionFile = Annotated[
    Path, typer.Argument(exists=True, dir_okay=False, readable=True, help="A solution.")
]
_Problem = Annotated[
    str | None, typer.Option(help="A problem's id, or the path of its package.", metavar="ID")
]
_Case = Annotated[str | None, typer.Option(help="Only the case with this id.", metavar="N")]
_Mode = Annotated[ModeChoice, typer.Option(help="Which modes to run.")]
_Set = Annotated[
    list[str] | None,
    typer.Option(
        "--set",
        help="A setting as in an editor, like languages.cpp.standard=gnu++20.",
        metavar="NAME=VALUE",
    ),
]
_Folders = Annotated[
    list[Path] | None,
    typer.Option("--folder", help="A folder of solvers; may be given again.", metavar="DIR"),
]
_Port = Annotated[int | None, typer.Option(min=0, max=65535, metavar="PORT")]


def _tell_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        print(f"lsp-judge {version('lsp-judge')}")
        raise typer.Exit


@app.callback()
def options(
    version: Annotated[
        bool,
        typer.Option("--version", callback=_tell_version, is_eager=True, help="Say it and exit."),
    ] = False,
) -> None:
    """What comes before the command."""


@app.command()
def serve(tcp: _Port = None, ws: _Port = None, stdio: bool = False) -> None:
    """Start the language server: on standard input and output, or on a port of this machine."""
    from lsp_judge.cli.serve import serve as start

    if (tcp is not None) + (ws is not None) + stdio > 1:
        raise typer.BadParameter("choose one of --stdio, --tcp and --ws")
    _exit_with(lambda: start(tcp, ws))


@app.command()
def run(
    files: Annotated[
        list[Path] | None,
        typer.Argument(metavar="FILE...", exists=True, dir_okay=False, readable=True),
    ] = None,
    mode: _Mode = ModeChoice.BOTH,
    problem: _Problem = None,
    case: _Case = None,
    format: Annotated[str, typer.Option(help="pretty or json.", metavar="FORMAT")] = "pretty",
    sanitize: Annotated[
        bool, typer.Option("--sanitize", help="Natively, under ASan and UBSan or the like.")
    ] = False,
    quick: Annotated[
        bool, typer.Option("--quick", help="Verdicts sooner, times of WebAssembly less exact.")
    ] = False,
    pack: Annotated[
        Path | None,
        typer.Option(help="A pack instead of files; no compiler is needed.", metavar="ZIP"),
    ] = None,
    set: _Set = None,
) -> None:
    """Judge solutions. Exit status: 0 all cases AC, 1 not all, 2 our environment or bad usage."""
    from lsp_judge.cli.chosen import chosen_settings
    from lsp_judge.cli.run import run as start
    from lsp_judge.cli.run_pack import run_pack
    from lsp_judge.judging.judge import JudgeOptions

    if format not in ("pretty", "json"):
        raise typer.BadParameter(f"{format!r} is neither pretty nor json", param_hint="--format")
    options = JudgeOptions(mode=mode, problem=problem, case=case, sanitize=sanitize, quick=quick)
    as_json = format == "json"
    if (pack is None) is (not files):
        raise typer.BadParameter("give files, or a pack with --pack, and not both")
    if pack is not None and sanitize:
        raise typer.BadParameter("a pack has no source that could be built with sanitizers")
    settings = chosen_settings(set or ())
    if pack is not None:
        zipped = pack
        _exit_with(lambda: run_pack(zipped, options, settings, as_json=as_json))
    _exit_with(lambda: start(files or [], options, settings, as_json=as_json))


@app.command()
def bench(
    file: _SolutionFile, mode: _Mode = ModeChoice.BOTH, problem: _Problem = None, case: _Case = None
) -> None:
    """Call a function solution again and again, in each mode, and show how long the calls took."""
    from lsp_judge.cli.bench import bench as start

    _exit_with(lambda: start(file, mode, problem, case))


@app.command()
def build(
    file: _SolutionFile,
    output: Annotated[Path, typer.Option("-o", "--output", file_okay=False, metavar="DIR")],
    mode: _Mode = ModeChoice.BOTH,
    problem: _Problem = None,
    profile: Annotated[Profile, typer.Option(help="What the build is for.")] = Profile.RELEASE,
    targets: Annotated[
        str, typer.Option(help="For other platforms: all, or some of them.", metavar="LIST")
    ] = "",
    small: Annotated[
        bool, typer.Option("--small", help="As small as can be: the profile `pack`.")
    ] = False,
    set: _Set = None,
) -> None:
    """Build a solution's artifacts, WebAssembly and native, into a folder.

    With --targets for each of wasm, linux-x64, linux-arm64, darwin-x64, darwin-arm64 and win-x64,
    small and ready to be shipped.
    """
    from lsp_judge.cli.build import build as start
    from lsp_judge.cli.chosen import chosen_settings
    from lsp_judge.cli.targets import build_for

    settings = chosen_settings(set or ())
    if small and profile is not Profile.RELEASE:
        raise typer.BadParameter("--small is a profile of its own: leave out --profile")
    if small:
        profile = Profile.PACK
    if targets:
        _exit_with(lambda: build_for(file, output, targets, problem, profile, settings))
    _exit_with(lambda: start(file, output, mode, problem, profile, settings))


@app.command()
def pack(
    file: Annotated[
        Path | None, typer.Argument(exists=True, dir_okay=False, help="A solution.")
    ] = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", dir_okay=False, metavar="ZIP")
    ] = None,
    targets: Annotated[str, typer.Option(help="all, or some of them.", metavar="LIST")] = "all",
    problem: _Problem = None,
    licence: Annotated[str, typer.Option(help="An SPDX expression.", metavar="SPDX")] = "",
    schema: Annotated[
        bool, typer.Option("--schema", help="Only print the JSON Schema of a pack's manifest.")
    ] = False,
    set: _Set = None,
) -> None:
    """Build a solution for all platforms and zip that up with a manifest."""
    from lsp_judge.cli.chosen import chosen_settings
    from lsp_judge.cli.pack import pack as start
    from lsp_judge.cli.pack import show_schema

    if schema:
        _exit_with(show_schema)
    if file is None or output is None:
        raise typer.BadParameter("name a solution, and the pack with -o")
    _exit_with(lambda: start(file, output, targets, problem, licence, chosen_settings(set or ())))


@app.command()
def solvers(
    folder: _Folders = None,
    watch: Annotated[bool, typer.Option("--watch", help="Show changes as they come.")] = False,
    set: _Set = None,
) -> None:
    """List the solvers of a folder: plugins, modules, packs, services, sources."""
    from lsp_judge.cli.chosen import chosen_settings
    from lsp_judge.cli.solvers import solvers as start

    _exit_with(lambda: start(folder or [], chosen_settings(set or ()), live=watch))


@app.command()
def compare(
    problem: Annotated[str, typer.Argument(help="A problem's id, or its package's path.")],
    folder: _Folders = None,
    svg: Annotated[
        Path | None, typer.Option(dir_okay=False, metavar="FILE", help="Draw a chart.")
    ] = None,
    set: _Set = None,
) -> None:
    """Run all solvers of a problem over its cases. Exit status: 0 all right, 1 not."""
    from lsp_judge.cli.chosen import chosen_settings
    from lsp_judge.cli.compare import compare as start

    _exit_with(lambda: start(problem, folder or [], svg, chosen_settings(set or ())))


@app.command("serve-solver")
def serve_solver(
    file: Annotated[
        Path, typer.Argument(exists=True, dir_okay=False, help="A pack, an artifact, a source.")
    ],
    port: Annotated[int, typer.Option(min=0, max=65535, help="0: any that is free.")],
    set: _Set = None,
) -> None:
    """Answer calls to a solver over HTTP, on a port of this machine."""
    from lsp_judge.cli.chosen import chosen_settings
    from lsp_judge.cli.serve_solver import serve_solver as start

    _exit_with(lambda: start(file, port, chosen_settings(set or ())))


@app.command()
def new(
    problem: Annotated[str, typer.Argument(metavar="PROBLEM", help="A problem's id.")],
    language: Annotated[str, typer.Option(help="Its id: c, cpp, go, python, rust or zig.")],
    output: Annotated[
        Path | None,
        typer.Option("-o", "--output", metavar="FILE", help="Or a folder; - is standard output."),
    ] = None,
    set: _Set = None,
) -> None:
    """Begin a solution: a file with the problem's statement, samples and signature."""
    from lsp_judge.cli.chosen import chosen_settings
    from lsp_judge.cli.new import new as start

    _exit_with(lambda: start(problem, language, output, chosen_settings(set or ())))


@app.command()
def problems(set: _Set = None) -> None:
    """List the problems that are known, and the languages in which one can be begun."""
    from lsp_judge.cli.chosen import chosen_settings
    from lsp_judge.cli.new import problems as start

    _exit_with(lambda: start(chosen_settings(set or ())))


@app.command()
def play(
    file: Annotated[
        Path,
        typer.Argument(metavar="PACK_OR_FILE", exists=True, dir_okay=False, readable=True),
    ],
    port: Annotated[
        int, typer.Option(help="Of this machine; 0: any that is free.", min=0, max=65535)
    ] = 0,
    no_open: Annotated[bool, typer.Option("--no-open", help="Open no browser.")] = False,
    problem: _Problem = None,
    set: _Set = None,
) -> None:
    """Show a page that runs a solution in the browser, beside the two modes of this machine."""
    from lsp_judge.cli.chosen import chosen_settings
    from lsp_judge.cli.play import play as start

    settings = chosen_settings(set or ())
    _exit_with(lambda: start(file, port, problem, settings, browse=not no_open))


@app.command()
def doctor(
    matrix: Annotated[
        bool, typer.Option("--matrix", help="Only the table of languages, modes and shapes.")
    ] = False,
) -> None:
    """Show which tools are here, how solutions are isolated, and what to install."""
    from lsp_judge.cli.doctor import doctor as start
    from lsp_judge.cli.matrix import show_matrix

    _exit_with(show_matrix if matrix else start)


@app.command()
def setup(
    only: Annotated[
        list[str] | None,
        typer.Option(help="Only this language; may be given again.", metavar="LANGUAGE"),
    ] = None,
    targets: Annotated[
        str, typer.Option(help="Building for other platforms: all, or some.", metavar="LIST")
    ] = "",
) -> None:
    """Prepare the compilers, so that no first save has to wait for it."""
    from lsp_judge.cli.setup import setup as start

    _exit_with(lambda: start(only or [], targets))


@app.command()
def settings(
    schema: Annotated[bool, typer.Option("--schema", help="As a JSON Schema.")] = False,
) -> None:
    """Show what can be set, in an editor or with --set."""
    from lsp_judge.cli.settings import show_settings

    _exit_with(lambda: show_settings(as_schema=schema))


@app.command()
def demo() -> None:
    """Show what an editor would: a wrong solution is saved, repaired and saved again."""
    from lsp_judge.cli.show_demo import demo as start

    _exit_with(start)


cache = typer.Typer(help="Show or clean up what is kept on disk.", no_args_is_help=True)
app.add_typer(cache, name="cache")


@cache.command()
def show() -> None:
    """Show where the cache is and how large."""
    from lsp_judge.cli.cache import show as start

    _exit_with(start)


@cache.command()
def prune(
    limit: Annotated[int, typer.Option(help="Keep at most this many MB.", min=0)] = 2048,
) -> None:
    """Remove what was unused for longest, until the rest fits the limit."""
    from lsp_judge.cli.cache import prune as start

    _exit_with(lambda: start(limit))


@cache.command()
def clear() -> None:
    """Remove everything, the prepared compilers included."""
    from lsp_judge.cli.cache import clear as start

    _exit_with(start)


def _exit_with(command: Callable[[], int]) -> None:
    """End with the command's status; a failure of our environment is a sentence and a 2."""
    try:
        status = command()
    except JudgeError as error:
        print(f"lsp-judge: {error}", file=sys.stderr)
        status = 2
    except KeyboardInterrupt:
        status = 130
    raise typer.Exit(status)
