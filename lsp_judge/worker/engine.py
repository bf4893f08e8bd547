"""The one way in which wasmtime is configured: an artifact compiled by one process must load
in another, so all of them ask here."""

from __future__ import annotations

import os
import resource
from functools import cache

import wasmtime
from wasmtime import _ffi

# Deep recursion is normal for solutions: frames of wasm live on the worker's own stack,
# which the zygote has raised to WORKER_STACK_BYTES.
WORKER_STACK_BYTES = 256 << 20
_WASM_STACK_BYTES = 192 << 20

MOST_TABLE_ELEMENTS = 1_000_000
_WINCH = 2  # wasmtime_strategy_t; wasmtime-py's own setter knows only Cranelift


# Room for one instance at a time of what compilers make; its limits are the store's. A module
# with exceptions has a heap for them, which takes the place of a second memory.
_POOL = {
    "total_core_instances": 1,
    "total_memories": 2,
    "max_memory_size": 1 << 32,
    "total_tables": 4,
    "max_tables_per_module": 4,
    "table_elements": MOST_TABLE_ELEMENTS,
    "total_gc_heaps": 1,
    "total_stacks": 0,
    "total_component_instances": 1,
    "decommit_batch_size": 1,
}


@cache
def pooled_engine(*, baseline: bool) -> wasmtime.Engine:
    """For modules whose instances follow one another, each in the place of the one before, which
    wasmtime has emptied. An instance then costs a third less than one whose memory is reserved
    anew; a module that does not fit is refused when it is loaded.

    Made once in the zygote: below a limit of memory, as a worker has one, wasmtime would end the
    process where the pool cannot be reserved. Where the zygote itself has one there is no pool.
    """
    config = _config(baseline=baseline)
    limits = (resource.getrlimit(each) for each in (resource.RLIMIT_AS, resource.RLIMIT_DATA))
    if any(soft != resource.RLIM_INFINITY for soft, _ in limits):
        return wasmtime.Engine(config)
    pool = _ffi.wasmtime_pooling_allocation_config_new()
    for name, value in _POOL.items():
        getattr(_ffi, f"wasmtime_pooling_allocation_config_{name}_set")(pool, value)
    _ffi.wasmtime_pooling_allocation_strategy_set(config.ptr(), pool)
    _ffi.wasmtime_pooling_allocation_config_delete(pool)
    return wasmtime.Engine(config)


def make_engine(*, baseline: bool = False) -> wasmtime.Engine:
    """Cranelift, or Winch with `baseline`: compiles four times faster, runs at half the speed.

    No fuel and no epochs (both cost 50 %): a deadline is kept by killing the worker.
    """
    return wasmtime.Engine(_config(baseline=baseline))


def _config(*, baseline: bool) -> wasmtime.Config:
    # Trap messages name file, line and column only where this is set before the engine is made.
    os.environ["WASMTIME_BACKTRACE_DETAILS"] = "1"
    config = wasmtime.Config()
    _ffi.wasmtime_config_async_stack_size_set(config.ptr(), _WASM_STACK_BYTES + (1 << 20))
    config.max_wasm_stack = _WASM_STACK_BYTES
    config.wasm_exceptions = True
    if baseline:
        _ffi.wasmtime_config_strategy_set(config.ptr(), _WINCH)
    return config
