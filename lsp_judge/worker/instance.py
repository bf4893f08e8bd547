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

# Of wasmtime.h; what is opaque is `void`.
_CDEF = """
typedef struct { uint64_t store_id; size_t hidden; } wasmtime_instance_t;
typedef struct { uint64_t store_id; void *hidden; } wasmtime_func_t;
typedef struct { uint64_t store_id; uint32_t hidden_1; } wasmtime_memory_anon_0;
typedef struct { wasmtime_memory_anon_0 first; uint32_t hidden_2; } wasmtime_memory_t;
typedef struct {
    uint8_t kind; union { wasmtime_func_t func; wasmtime_memory_t memory; } of;
} wasmtime_extern_t;
typedef union { uint32_t u32; uint64_t whole[2]; } wasmtime_val_raw;
typedef struct { size_t size; uint8_t *data; } wasm_byte_vec_t;
void *wasmtime_store_new(void *engine, void *data, void *finalizer);
void wasmtime_store_delete(void *store);
void wasmtime_store_limiter(void *store, int64_t memory, int64_t elements, int64_t instances,
                            int64_t tables, int64_t memories);
void *wasmtime_store_context(void *store);
void *wasmtime_context_set_wasi(void *context, void *wasi);
void *wasmtime_instance_pre_instantiate(void *pre, void *context, wasmtime_instance_t *instance,
                                        void **trap);
bool wasmtime_instance_export_get(void *context, wasmtime_instance_t *instance, char *name,
                                  size_t length, wasmtime_extern_t *item);
void *wasmtime_func_call_unchecked(void *context, wasmtime_func_t *function,
                                   wasmtime_val_raw *values, size_t length, void **trap);
uint8_t *wasmtime_memory_data(void *context, wasmtime_memory_t *memory);
size_t wasmtime_memory_data_size(void *context, wasmtime_memory_t *memory);
void *wasi_config_new(void);
void wasi_config_inherit_stdout(void *wasi);
void wasi_config_inherit_stderr(void *wasi);
void wasi_config_set_stdin_bytes(void *wasi, wasm_byte_vec_t *bytes);
void wasm_byte_vec_new(wasm_byte_vec_t *bytes, size_t length, uint8_t *data);
"""
_STRUCTURES = ("wasmtime_instance_t", "wasmtime_extern_t", "wasmtime_val_raw", "wasm_byte_vec_t")


# All that is asked of cffi by name below: it parses a name once, in a millisecond.
_NAMES = (
    "wasmtime_instance_t *", "wasmtime_memory_t *", "wasmtime_extern_t *", "wasmtime_val_raw[2]",
    "wasm_byte_vec_t *", "uint8_t[]", "void *", "void **", "uintptr_t",
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
    """What all instances of a worker share; they are used one after the other. `memory_limit` in
    bytes."""

    def __init__(
        self, engine: wasmtime.Engine, ready: wasmtime.InstancePre, memory_limit: int
    ) -> None:
        self.api = declared_api()
        ffi = self.api.ffi
        self._kept = (engine, ready)  # the pointers below are theirs
        self.engine, self.ready = (_pointer(ffi, each) for each in self._kept)
        self.memory_limit = memory_limit
        self.item = ffi.new("wasmtime_extern_t *")
        # Taken once: asking cffi for an address takes longer than a call.
        self.function = ffi.addressof(self.item.of, "func")
        self.values = ffi.new("wasmtime_val_raw[2]")
        self.trap = ffi.new("void **")


class Instance:
    """To be closed. Exports are called by name; their types were checked when the module was
    loaded, for here nothing checks them."""

    def __init__(self, recipe: Recipe, stdin: bytes | None = None) -> None:
        """Raises wasmtime.WasmtimeError and wasmtime.Trap."""
        ffi, lib = self._ffi, self._lib = recipe.api.ffi, recipe.api.lib
        self._recipe = recipe
        self._store = lib.wasmtime_store_new(recipe.engine, ffi.NULL, ffi.NULL)
        lib.wasmtime_store_limiter(
            self._store, recipe.memory_limit, MOST_TABLE_ELEMENTS, -1, -1, -1
        )
        self._context = lib.wasmtime_store_context(self._store)
        self._instance = ffi.new("wasmtime_instance_t *")
        try:
            self._make(stdin)
        except BaseException:
            self.close()  # its place is needed for the next one
            raise
        self._memory = ffi.new("wasmtime_memory_t *", recipe.item.of.memory)
        self._initial = self.size()

    def _make(self, stdin: bytes | None) -> None:
        """Instantiate, and leave the memory in the recipe's `item`."""
        recipe, lib = self._recipe, self._lib
        recipe.trap[0] = self._ffi.NULL
        self._raise(lib.wasmtime_context_set_wasi(self._context, _wasi(recipe.api, stdin)))
        self._raise(
            lib.wasmtime_instance_pre_instantiate(
                recipe.ready, self._context, self._instance, recipe.trap
            )
        )
        self._find(b"memory")

    def close(self) -> None:
        self._lib.wasmtime_store_delete(self._store)

    def _find(self, name: bytes) -> None:
        """Leave an export in the recipe's `item`."""
        if not self._lib.wasmtime_instance_export_get(
            self._context, self._instance, name, len(name), self._recipe.item
        ):
            raise KeyError(name)

    def call(self, name: bytes, *arguments: int) -> int:
        """The result as an unsigned number of 32 bits. Raises Trap, ExitTrap, WasmtimeError."""
        recipe = self._recipe
        self._find(name)
        for place, argument in enumerate(arguments):
            recipe.values[place].u32 = argument
        recipe.trap[0] = self._ffi.NULL
        error = self._lib.wasmtime_func_call_unchecked(
            self._context, recipe.function, recipe.values, 2, recipe.trap
        )
        if error or recipe.trap[0]:
            self._raise(error)
        return int(recipe.values[0].u32)

    def size(self) -> int:
        return int(self._lib.wasmtime_memory_data_size(self._context, self._memory))

    def grown(self) -> int:
        """Bytes of memory beyond what the instance started with."""
        return self.size() - self._initial

    def read(self, address: int, length: int) -> bytes:
        """Raises IndexError where the range is not inside of the memory."""
        return bytes(self._ffi.buffer(self._place(address, length), length))

    def write(self, address: int, data: bytes) -> None:
        """Raises IndexError where the range is not inside of the memory."""
        self._ffi.memmove(self._place(address, len(data)), data, len(data))

    def _place(self, address: int, length: int) -> Any:
        size = self.size()
        if address + length > size:
            raise IndexError(f"{length} bytes at {address:#x} are not in a memory of {size} bytes")
        return self._lib.wasmtime_memory_data(self._context, self._memory) + address

    def _raise(self, error: Any) -> None:
        """As wasmtime-py raises: an error (an exit is one of its kinds), or a trap."""
        if error:
            raise wasmtime.WasmtimeError._from_ptr(self._of(error, _ffi.wasmtime_error_t))
        if self._recipe.trap[0]:
            raise wasmtime.Trap._from_ptr(self._of(self._recipe.trap[0], _ffi.wasm_trap_t))

    def _of(self, pointer: Any, kind: Any) -> Any:
        """A pointer of cffi's as one of ctypes', which wasmtime-py knows."""
        return ctypes.cast(int(self._ffi.cast("uintptr_t", pointer)), ctypes.POINTER(kind))


def _pointer(ffi: Any, owner: Any) -> Any:
    return ffi.cast("void *", ctypes.cast(owner.ptr(), ctypes.c_void_p).value)


def _wasi(api: Api, stdin: bytes | None) -> Any:
    """No directory, no environment; stdout and stderr are the worker's."""
    lib = api.lib
    wasi = lib.wasi_config_new()
    lib.wasi_config_inherit_stdout(wasi)
    lib.wasi_config_inherit_stderr(wasi)
    if stdin is not None:
        vector = api.ffi.new("wasm_byte_vec_t *")
        lib.wasm_byte_vec_new(vector, len(stdin), api.ffi.from_buffer("uint8_t[]", stdin))
        lib.wasi_config_set_stdin_bytes(wasi, vector)  # takes the vector
    return wasi
