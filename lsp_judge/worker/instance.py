"""One wasm instance in a store of its own, made and called through wasmtime's C API by cffi.

wasmtime-py's own classes ask for types and build new ctypes classes at every step, and ctypes
itself takes longer for a call than most of the calls: too much where a thousand cases have an
instance each.
"""

from __future__ import annotations

import ctypes
from functools import cache
from typing import Any

import cffi
import wasmtime
from msgspec import Struct
from wasmtime import _ffi

from lsp_judge.worker.engine import MOST_TABLE_ELEMENTS

# Of wasmtime.h. Pointers that are only handed on are numbers: cffi makes an object of all others.
_CDEF = """
typedef struct { uint64_t store_id; size_t hidden; } wasmtime_instance_t;
typedef struct { uint64_t store_id; void *hidden; } wasmtime_func_t;
typedef struct { uint64_t store_id; uint32_t hidden_1; } wasmtime_memory_anon_0;
typedef struct { wasmtime_memory_anon_0 first; uint32_t hidden_2; } wasmtime_memory_t;
typedef struct {
    uint8_t kind; union { wasmtime_func_t func; wasmtime_memory_t memory; } of;
} wasmtime_extern_t;
typedef struct { uint64_t low, high; } wasmtime_val_raw;
typedef struct { size_t size; uint8_t *data; } wasm_byte_vec_t;
uintptr_t wasmtime_store_new(uintptr_t engine, uintptr_t data, uintptr_t finalizer);
void wasmtime_store_delete(uintptr_t store);
void wasmtime_store_limiter(uintptr_t store, int64_t memory, int64_t elements, int64_t instances,
                            int64_t tables, int64_t memories);
uintptr_t wasmtime_store_context(uintptr_t store);
uintptr_t wasmtime_context_set_wasi(uintptr_t context, uintptr_t wasi);
uintptr_t wasmtime_instance_pre_instantiate(uintptr_t pre, uintptr_t context,
                                            wasmtime_instance_t *instance, uintptr_t *trap);
bool wasmtime_instance_export_get(uintptr_t context, wasmtime_instance_t *instance, char *name,
                                  size_t length, wasmtime_extern_t *item);
uintptr_t wasmtime_func_call_unchecked(uintptr_t context, wasmtime_func_t *function,
                                       uint64_t *values, size_t length, uintptr_t *trap);
uint8_t *wasmtime_memory_data(uintptr_t context, wasmtime_memory_t *memory);
size_t wasmtime_memory_data_size(uintptr_t context, wasmtime_memory_t *memory);
uintptr_t wasi_config_new(void);
void wasi_config_inherit_stdout(uintptr_t wasi);
void wasi_config_inherit_stderr(uintptr_t wasi);
void wasi_config_set_stdin_bytes(uintptr_t wasi, wasm_byte_vec_t *bytes);
void wasm_byte_vec_new(wasm_byte_vec_t *bytes, size_t length, uint8_t *data);
"""
_STRUCTURES = ("wasmtime_instance_t", "wasmtime_extern_t", "wasmtime_val_raw", "wasm_byte_vec_t")
# All that is asked of cffi by name below: it parses a name once, in a millisecond.
_NAMES = (
    "wasmtime_instance_t *", "wasmtime_memory_t *", "wasmtime_extern_t *", "uint64_t[4]",
    "wasm_byte_vec_t *", "uint8_t[]", "uintptr_t[1]",
)  # fmt: skip


class Api(Struct, frozen=True):
    """The C library, as cffi has it."""

    ffi: Any
    lib: Any


@cache
def declared_api() -> Api:
    """Made once in the zygote: a worker would need some 20 ms for it. Raises OSError."""
    ffi = cffi.FFI()
    ffi.cdef(_CDEF)
    for name in _STRUCTURES:
        if ffi.sizeof(name) != ctypes.sizeof(getattr(_ffi, name)):
            raise OSError(f"this version of wasmtime has another {name}")
    for name in _NAMES:
        ffi.typeof(name)
    lib = ffi.dlopen(_ffi.dll._name)
    for function in dir(lib):
        getattr(lib, function)
    return Api(ffi, lib)


class Recipe:
    """What all instances of a worker share; there is one of them at a time. `memory_limit` in
    bytes."""

    def __init__(
        self, engine: wasmtime.Engine, ready: wasmtime.InstancePre, memory_limit: int
    ) -> None:
        self.api = declared_api()
        ffi = self.api.ffi
        self._kept = (engine, ready)  # the pointers below are theirs
        self.engine, self.ready = (_address(each) for each in self._kept)
        self.memory_limit = memory_limit
        self.instance = ffi.new("wasmtime_instance_t *")
        self.memory = ffi.new("wasmtime_memory_t *")
        self.item = ffi.new("wasmtime_extern_t *")
        # Taken once: asking cffi for an address takes longer than a call.
        self.function = ffi.addressof(self.item.of, "func")
        self.values = ffi.new("uint64_t[4]")  # two of 128 bits
        self.trap = ffi.new("uintptr_t[1]")


class Instance:
    """To be closed. Exports are called by name; their types were checked when the module was
    loaded, for here nothing checks them."""

    def __init__(self, recipe: Recipe, stdin: bytes | None = None) -> None:
        """Raises wasmtime.WasmtimeError and wasmtime.Trap."""
        lib = self._lib = recipe.api.lib
        self._recipe = recipe
        self._store = lib.wasmtime_store_new(recipe.engine, 0, 0)
        lib.wasmtime_store_limiter(
            self._store, recipe.memory_limit, MOST_TABLE_ELEMENTS, -1, -1, -1
        )
        self._context = lib.wasmtime_store_context(self._store)
        try:
            self._make(stdin)
        except BaseException:
            self.close()  # its place is needed for the next one
            raise
        recipe.memory[0] = recipe.item.of.memory
        self._initial = self.size()

    def _make(self, stdin: bytes | None) -> None:
        """Instantiate, and leave the memory in the recipe's `item`."""
        recipe, lib, context = self._recipe, self._lib, self._context
        self._raise(lib.wasmtime_context_set_wasi(context, _wasi(recipe.api, stdin)))
        self._raise(
            lib.wasmtime_instance_pre_instantiate(
                recipe.ready, context, recipe.instance, recipe.trap
            )
        )
        self._find(b"memory")

    def close(self) -> None:
        self._lib.wasmtime_store_delete(self._store)

    def _find(self, name: bytes) -> None:
        """Leave an export in the recipe's `item`."""
        recipe = self._recipe
        if not self._lib.wasmtime_instance_export_get(
            self._context, recipe.instance, name, len(name), recipe.item
        ):
            raise KeyError(name)

    def call(self, name: bytes, *arguments: int) -> int:
        """The result as an unsigned number of 32 bits. Raises Trap, ExitTrap, WasmtimeError."""
        recipe = self._recipe
        self._find(name)
        values = recipe.values
        for place, argument in enumerate(arguments):
            values[2 * place] = argument
        error = self._lib.wasmtime_func_call_unchecked(
            self._context, recipe.function, values, 2, recipe.trap
        )
        if error or recipe.trap[0]:
            self._raise(error)
        return int(values[0]) & 0xFFFFFFFF

    def size(self) -> int:
        return int(self._lib.wasmtime_memory_data_size(self._context, self._recipe.memory))

    def grown(self) -> int:
        """Bytes of memory beyond what the instance started with."""
        return self.size() - self._initial

    def read(self, address: int, length: int) -> bytes:
        """Raises IndexError where the range is not inside of the memory."""
        return bytes(self._memory(address, length)[address : address + length])

    def read_up_to(self, address: int, length: int) -> bytes:
        """Less than `length` where the memory ends before."""
        return bytes(self._memory(0, 0)[address : address + length])

    def write(self, address: int, data: bytes) -> None:
        """Raises IndexError where the range is not inside of the memory."""
        self._memory(address, len(data))[address : address + len(data)] = data

    def _memory(self, address: int, length: int) -> Any:
        """All of it, as it is now; the range has to be inside."""
        size = self.size()
        if address + length > size:
            raise IndexError(f"{length} bytes at {address:#x} are not in a memory of {size} bytes")
        data = self._lib.wasmtime_memory_data(self._context, self._recipe.memory)
        return self._recipe.api.ffi.buffer(data, size)

    def _raise(self, error: int) -> None:
        """As wasmtime-py raises: an error (an exit is one of its kinds), or a trap."""
        trap, self._recipe.trap[0] = self._recipe.trap[0], 0
        if error:
            pointer = ctypes.cast(error, ctypes.POINTER(_ffi.wasmtime_error_t))
            raise wasmtime.WasmtimeError._from_ptr(pointer)
        if trap:
            raise wasmtime.Trap._from_ptr(ctypes.cast(trap, ctypes.POINTER(_ffi.wasm_trap_t)))


def _address(owner: Any) -> int:
    return ctypes.cast(owner.ptr(), ctypes.c_void_p).value or 0


def _wasi(api: Api, stdin: bytes | None) -> int:
    """No directory, no environment; stdout and stderr are the worker's."""
    lib = api.lib
    wasi = lib.wasi_config_new()
    lib.wasi_config_inherit_stdout(wasi)
    lib.wasi_config_inherit_stderr(wasi)
    if stdin is not None:
        vector = api.ffi.new("wasm_byte_vec_t *")
        lib.wasm_byte_vec_new(vector, len(stdin), api.ffi.from_buffer("uint8_t[]", stdin))
        lib.wasi_config_set_stdin_bytes(wasi, vector)  # takes the vector
    return int(wasi)
