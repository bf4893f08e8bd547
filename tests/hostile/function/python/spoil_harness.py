# Replaces what the judge's own code in this process calls.
import builtins
import sys
import time


def attack(n: int) -> int:
    if not n:
        return 0
    for module in list(sys.modules.values()):
        for name in ("encode", "Encoder", "Record", "monotonic_ns", "perf_counter_ns"):
            if hasattr(module, name):
                try:
                    setattr(module, name, lambda *_: "spoiled")
                except (AttributeError, TypeError):
                    pass
    builtins.len = builtins.isinstance = builtins.type = lambda *_: 0
    return 0
