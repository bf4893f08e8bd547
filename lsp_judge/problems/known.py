"""The problems that a person can begin: all packages of the catalogues, and any by its path."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from lsp_judge.model.errors import BadUsage, PackageBroken
from lsp_judge.model.problem import Problem
from lsp_judge.problems.catalogue import package_of_id, packages, unknown_problem
from lsp_judge.problems.packages import describe_package, load_package


class KnownProblems:
    """`catalogues` are asked in order; `load` reads a package."""

    def __init__(
        self, catalogues: Sequence[Path], load: Callable[[Path], Problem] = load_package
    ) -> None:
        self._catalogues = catalogues
        self._load = load

    def described(self) -> list[Problem]:
        """Every problem once, by its id, without cases. Broken packages are left out: what is
        wrong with them is told to whoever judges by them."""
        found: dict[str, Problem] = {}
        for package in packages(self._catalogues):
            if package.name not in found:
                try:
                    found[package.name] = describe_package(package)
                except PackageBroken:
                    continue
        return [found[name] for name in sorted(found)]

    def load(self, problem: str) -> Problem:
        """With its cases. Raises BadUsage for an id that nobody has, PackageBroken."""
        package = package_of_id(self._catalogues, problem)
        if package is None:
            raise BadUsage(*unknown_problem(self._catalogues, problem))
        return self._load(package)
