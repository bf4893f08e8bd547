"""What a debugger is given: a program that runs one case and names the user's own file."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from elftools.dwarf.dwarfinfo import DWARFInfo
from elftools.elf.elffile import ELFFile

from lsp_judge.cli.compose import Parts, opened
from lsp_judge.judging.debug import DebugTarget
from lsp_judge.judging.judge import JudgeOptions
from lsp_judge.model.errors import BadUsage
from lsp_judge.model.source import Document

CASES = "// Input: n = 3\n// Output: 9\n// Input: n = 4\n// Output: 16\n"
LISTS = "// Input: head = [1,2,3]\n// Output: [1,2,3]\n"
STDIO = "// Input:\n// 3 4\n// Output:\n// 7\n"
HASHES = CASES.replace("//", "#")
# Each prints its argument twice over, so that a run shows which case it was given.
FUNCTIONS = {
    "a b.c": CASES + 'int square(int n) {\n    printf("saw %d\\n", n);\n    return n * n;\n}\n',
    "one.cpp": CASES
    + "class Solution {\npublic:\n    int square(int n) {\n"
    + '        cout << "saw " << n << endl;\n        return n * n;\n    }\n};\n',
    "one.go": CASES
    + 'package main\n\nimport "fmt"\n\nfunc square(n int) int {\n\tfmt.Println("saw", n)\n'
    + "\treturn n * n\n}\n\nfunc main() {}\n",
    "one.rs": CASES
    + "impl Solution {\n    pub fn square(n: i32) -> i32 {\n"
    + '        println!("saw {}", n);\n        n * n\n    }\n}\n',
    "one.py": HASHES
    + "class Solution:\n    def square(self, n: int) -> int:\n"
    + '        print("saw", n)\n        return n * n\n',
}
PROGRAMS = {
    "io.c": '#include <stdio.h>\nint main(void) { int a, b; scanf("%d %d", &a, &b); '
    'printf("%d\\n", a + b); }\n',
    "io.go": 'package main\nimport "fmt"\nfunc main() { var a, b int; fmt.Scan(&a, &b); '
    "fmt.Println(a + b) }\n",
    "io.rs": "use std::io::Read;\nfn main() {\n    let mut s = String::new();\n"
    "    std::io::stdin().read_to_string(&mut s).unwrap();\n"
    "    let sum: i32 = s.split_whitespace().map(|x| x.parse::<i32>().unwrap()).sum();\n"
    '    println!("{}", sum);\n}\n',
    "io.py": "a, b = map(int, input().split())\nprint(a + b)\n",
}


@pytest.fixture
async def parts() -> AsyncIterator[Parts]:
    async with opened(os.environ, {}) as parts:
        yield parts


async def target(parts: Parts, file: Path, text: str, case: str) -> DebugTarget:
    file.write_text(text)
    document = Document(str(file), text.encode())
    return await parts.judge.debug(document, JudgeOptions(case=case))


def run(target: DebugTarget) -> subprocess.CompletedProcess[str]:
    """As a debugger that cannot redirect its program's input."""
    script = [sys.executable] if target.debugger == "debugpy" else []
    return subprocess.run(
        [*script, target.program, *target.args],
        stdin=subprocess.DEVNULL,
        cwd=target.cwd,
        env={**os.environ, **target.env},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def sources(program: str) -> set[str]:
    """The files that the debug information of a program names, by their whole paths."""
    with open(program, "rb") as file:
        return set(_named(ELFFile(file).get_dwarf_info()))


def _named(dwarf: DWARFInfo) -> Iterator[str]:
    for unit in dwarf.iter_CUs():
        lines = dwarf.line_program_for_CU(unit)
        if lines is None:
            continue
        folders = [each.decode() for each in lines["include_directory"]]
        # Before DWARF 5 both tables count from 1, folder 0 being that of the compilation.
        if lines["version"] < 5:
            folders.insert(0, "")
        for entry in lines["file_entry"]:
            yield os.path.join(folders[entry.dir_index], entry.name.decode())


@pytest.mark.parametrize("name", FUNCTIONS)
async def test_a_function_is_called_with_the_case(parts: Parts, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    found = await target(parts, file, FUNCTIONS[name], "2")
    assert found.name == f"{name}: case 2"
    assert found.cwd == str(tmp_path)
    ran = run(found)
    assert (ran.returncode, ran.stdout.splitlines()[0]) == (0, "saw 4"), ran
    if found.debugger != "debugpy":
        assert str(file) in sources(found.program)


@pytest.mark.parametrize("name", PROGRAMS)
async def test_a_program_reads_the_case(parts: Parts, tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    mark = "#" if name.endswith("py") else "//"
    found = await target(parts, file, STDIO.replace("//", mark) + PROGRAMS[name], "1")
    ran = run(found)
    assert (ran.returncode, ran.stdout) == (0, "7\n"), ran
    if found.debugger != "debugpy":
        assert str(file) in sources(found.program)


async def test_linked_structures_are_made_as_in_a_judging(parts: Parts, tmp_path: Path) -> None:
    text = LISTS.replace("//", "#") + (
        "class Solution:\n    def same(self, head: Optional[ListNode]) -> Optional[ListNode]:\n"
        "        print(head.next.val)\n        return head\n"
    )
    ran = run(await target(parts, tmp_path / "same.py", text, "1"))
    assert (ran.returncode, ran.stdout.splitlines()[0]) == (0, "2"), ran


async def test_a_failure_is_told_at_its_line(parts: Parts, tmp_path: Path) -> None:
    file = tmp_path / "fails.py"
    text = HASHES + "class Solution:\n    def square(self, n: int) -> int:\n        return n / 0\n"
    ran = run(await target(parts, file, text, "1"))
    assert ran.returncode == 1
    assert f'File "{file}", line 7, in square' in ran.stderr


async def test_what_cannot_be_debugged_says_why(parts: Parts, tmp_path: Path) -> None:
    zig = CASES + "fn square(n: i32) i32 {\n    return n * n;\n}\n"
    with pytest.raises(BadUsage, match="Zig's compiler cannot be told"):
        await target(parts, tmp_path / "one.zig", zig, "1")
    with pytest.raises(BadUsage, match=r"broken\.c:5: .*undeclared"):
        await target(parts, tmp_path / "broken.c", CASES + "int square(int n) { return m; }\n", "1")
    with pytest.raises(BadUsage, match="There is no case 7"):
        await target(parts, tmp_path / "one.c", FUNCTIONS["a b.c"], "7")
    missing = Document(str(tmp_path / "unsaved.c"), FUNCTIONS["a b.c"].encode())
    with pytest.raises(BadUsage, match="is not on the disk"):
        await parts.judge.debug(missing, JudgeOptions(case="1"))
    with pytest.raises(BadUsage, match="does not trust"):
        await parts.judge.debug(missing, JudgeOptions(case="1", trusted=False))
