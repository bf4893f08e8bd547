"""One wasm instance in a store of its own, made and called through wasmtime's C API.

wasmtime-py's own classes ask for types and build new ctypes classes at every step, which costs
twice as much as the instance itself: too much where a thousand cases have one each.
"""

from __future__ import annotations

import ctypes
from typing import Any

import wasmtime
from msgspec import Struct
from wasmtime import _ffi

_Trap = ctypes.POINTER(_ffi.wasm_trap_t)
_NO_FINALIZER = ctypes.cast(0, ctypes.CFUNCTYPE(None, ctypes.c_void_p))
_MOST_TABLE_ELEMENTS = 1_000_000


class Recipe(Struct, frozen=True):
    """What all instances of a worker share. `memory_limit` in bytes."""

    engine: wasmtime.Engine
    ready: wasmtime.InstancePre
    memory_limit: int


class Instance:
    """To be closed. Exports are called by name; their types were checked when the module was
    loaded, for here nothing checks them."""

    def __init__(self, recipe: Recipe, stdin: bytes | None = None) -> None:
        """Raises wasmtime.WasmtimeError and wasmtime.Trap."""
        self._store = _ffi.wasmtime_store_new(recipe.engine.ptr(), None, _NO_FINALIZER)
        _ffi.wasmtime_store_limiter(
            self._store, recipe.memory_limit, _MOST_TABLE_ELEMENTS, -1, -1, -1
        )
        self._context = _ffi.wasmtime_store_context(self._store)
        _raise(_ffi.wasmtime_context_set_wasi(self._context, _wasi(stdin)), None)
        self._instance = _ffi.wasmtime_instance_t()
        self._functions: dict[bytes, Any] = {}
        trap = _Trap()
        error = _ffi.wasmtime_instance_pre_instantiate(
            recipe.ready.ptr(), self._context, ctypes.byref(self._instance), ctypes.byref(trap)
        )
        _raise(error, trap)
        self._memory = ctypes.byref(self._export(b"memory").memory)
        self._initial = self.size()

    def close(self) -> None:
        _ffi.wasmtime_store_delete(self._store)

    def _export(self, name: bytes) -> Any:
        item = _ffi.wasmtime_extern_t()
        if not _ffi.wasmtime_instance_export_get(
            self._context, ctypes.byref(self._instance), name, len(name), ctypes.byref(item)
        ):
            raise KeyError(name)
        return item.of

    def call(self, name: bytes, *arguments: int) -> int:
        """The result as an unsigned number of 32 bits. Raises Trap, ExitTrap, WasmtimeError."""
        function = self._export(name).func
        values = (_ffi.wasmtime_val_raw * 2)()
        for value, argument in zip(values, arguments, strict=False):
            value.i32 = argument
        trap = _Trap()
        error = _ffi.wasmtime_func_call_unchecked(
            self._context, ctypes.byref(function), values, 2, ctypes.byref(trap)
        )
        if error or trap:
            _raise(error, trap)
        return int(values[0].i32) & 0xFFFFFFFF

    def size(self) -> int:
        return int(_ffi.wasmtime_memory_data_size(self._context, self._memory))

    def grown(self) -> int:
        """Bytes of memory beyond what the instance started with."""
        return self.size() - self._initial

    def read(self, address: int, length: int) -> bytes:
        """Raises IndexError where the range is not inside of the memory."""
        return ctypes.string_at(self._place(address, length), length)

    def write(self, address: int, data: bytes) -> None:
        """Raises IndexError where the range is not inside of the memory."""
        ctypes.memmove(self._place(address, len(data)), data, len(data))

    def _place(self, address: int, length: int) -> int:
        size = self.size()
        if address + length > size:
            raise IndexError(f"{length} bytes at {address:#x} are not in a memory of {size} bytes")
        data = _ffi.wasmtime_memory_data(self._context, self._memory)
        return ctypes.addressof(data.contents) + address


def _raise(error: Any, trap: Any) -> None:
    """As wasmtime-py raises: an error (an exit is one of its kinds), or a trap."""
    if error:
        raise wasmtime.WasmtimeError._from_ptr(error)
    if trap:
        raise wasmtime.Trap._from_ptr(trap)


def _wasi(stdin: bytes | None) -> Any:
    """No directory, no environment; stdout and stderr are the worker's."""
    wasi = _ffi.wasi_config_new()
    _ffi.wasi_config_inherit_stdout(wasi)
    _ffi.wasi_config_inherit_stderr(wasi)
    if stdin is not None:
        vector = _ffi.wasm_byte_vec_t()
        array = ctypes.cast(ctypes.c_char_p(stdin), ctypes.POINTER(ctypes.c_uint8))
        _ffi.wasm_byte_vec_new(ctypes.byref(vector), len(stdin), array)
        _ffi.wasi_config_set_stdin_bytes(wasi, ctypes.byref(vector))  # takes the vector
    return wasi
