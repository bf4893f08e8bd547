"""The one way in which wasmtime is configured: an artifact compiled by one process must load
in another, so all of them ask here."""

from __future__ import annotations

import os

import wasmtime
from wasmtime import _ffi

# Deep recursion is normal for solutions: frames of wasm live on the worker's own stack,
# which the zygote has raised to WORKER_STACK_BYTES.
WORKER_STACK_BYTES = 256 << 20
_WASM_STACK_BYTES = 192 << 20

_WINCH = 2  # wasmtime_strategy_t; wasmtime-py's own setter knows only Cranelift


def make_engine(*, baseline: bool = False) -> wasmtime.Engine:
    """Cranelift, or Winch with `baseline`: compiles four times faster, runs at half the speed.

    No fuel and no epochs (both cost 50 %): a deadline is kept by killing the worker.
    """
    # Trap messages name file, line and column only where this is set before the engine is made.
    os.environ["WASMTIME_BACKTRACE_DETAILS"] = "1"
    config = wasmtime.Config()
    _ffi.wasmtime_config_async_stack_size_set(config.ptr(), _WASM_STACK_BYTES + (1 << 20))
    config.max_wasm_stack = _WASM_STACK_BYTES
    config.wasm_exceptions = True
    if baseline:
        _ffi.wasmtime_config_strategy_set(config.ptr(), _WINCH)
    return wasmtime.Engine(config)
