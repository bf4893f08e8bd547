"""`make bench`: ratios within one run, as a table and as `build/bench.json`.

Exits 1 where a value is above its limit. Arguments choose groups by name.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.benchmarks import calls, inference, many, saves, solvers, start
from tests.benchmarks.rows import Row, print_table, write

GROUPS = {
    "start": start.rows,
    "calls": calls.rows,
    "inference": inference.rows,
    "saves": saves.rows,
    "many": many.rows,
    "solvers": solvers.rows,
}
RESULT = Path(__file__).parents[2] / "build" / "bench.json"


async def main(wanted: list[str]) -> int:
    rows: list[Row] = []
    for name in wanted or GROUPS:
        print(f"benchmarks: {name} ...", file=sys.stderr, flush=True)
        with tempfile.TemporaryDirectory(prefix="judge-bench-") as folder:
            rows += await GROUPS[name](Path(folder))
    write(rows, RESULT)
    print_table(rows)
    return 0 if all(row.kept for row in rows) else 1


if __name__ == "__main__":
    sys.exit(asyncio.run(main(sys.argv[1:])))
