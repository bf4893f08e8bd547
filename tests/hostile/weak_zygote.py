"""A zygote as it is on a machine that lacks layers of the sandbox: those named as arguments,
`watcher` and `landlock`. For tests alone; a user has no way to ask for it."""

import sys

from lsp_judge.worker.sandbox import Sandbox
from lsp_judge.worker.zygote import main


class WeakSandbox(Sandbox):
    def _can_watch(self) -> bool:
        return "watcher" not in sys.argv and super()._can_watch()

    def _probe_landlock(self) -> None:
        if "landlock" in sys.argv:
            self.missing.append("Landlock (this kernel has none)")
        else:
            super()._probe_landlock()


if __name__ == "__main__":
    main(WeakSandbox)
