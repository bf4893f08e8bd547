"""Where the command `lsp-judge` starts."""

from __future__ import annotations

import sys


def main() -> None:
    """Serve at once where that is all that is asked for; else parse the command line.

    Editors wait for `lsp-judge serve`, so that path imports neither typer nor rich.
    """
    if sys.argv[1:] in (["serve"], ["serve", "--stdio"]):
        from lsp_judge.cli.serve import serve

        sys.exit(serve())
    from lsp_judge.cli.app import app

    app()


if __name__ == "__main__":
    main()
