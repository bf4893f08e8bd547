"""Calls a built solution through the ABI: `abi_caller.py ARTIFACT FD [quick]`, its own process.

stdin: a JSON list of calls: a list of arguments, or a string of raw bytes as hexadecimal
digits, or {"bench": [iterations, warmup], "arguments": [...]}. To the descriptor FD: a JSON list
of [status, duration_ns, value, message]; a trap has the status -1, no value and wasmtime's text.
`quick` compiles wasm with Winch, for large modules.
"""

import json
import os
import struct
import sys
import threading

import msgspec

_STACK_BYTES = 192 << 20


class Wasm:
    def __init__(self, path, quick):
        import wasmtime

        from lsp_judge.worker.engine import make_engine

        engine = make_engine(baseline=quick)
        linker = wasmtime.Linker(engine)
        linker.define_wasi()
        self.store = wasmtime.Store(engine)
        wasi = wasmtime.WasiConfig()
        wasi.inherit_stdout()
        wasi.inherit_stderr()
        self.store.set_wasi(wasi)
        self.store.set_limits(memory_size=512 << 20)
        self.trap = wasmtime.Trap, wasmtime.WasmtimeError
        instance = linker.instantiate(self.store, wasmtime.Module.from_file(engine, path))
        self.exports = instance.exports(self.store)
        self.exports["_initialize"](self.store)

    def call(self, name, *arguments):
        return self.exports[name](self.store, *arguments)

    def write(self, address, data):
        self.exports["memory"].write(self.store, data, address)

    def read(self, address, size):
        return bytes(self.exports["memory"].read(self.store, address, address + size))


class Native:
    trap = ()

    def __init__(self, path):
        import cffi

        self.ffi = cffi.FFI()
        self.ffi.cdef(
            "uint32_t judge_abi_version(void); uintptr_t judge_input(uint32_t);"
            "uint32_t judge_call(void); uintptr_t judge_result(void);"
            "uint32_t judge_bench(uint32_t, uint32_t);"
        )
        self.library = self.ffi.dlopen(path)

    def call(self, name, *arguments):
        return getattr(self.library, name)(*arguments)

    def write(self, address, data):
        self.ffi.memmove(self.ffi.cast("char *", address), data, len(data))

    def read(self, address, size):
        return bytes(self.ffi.buffer(self.ffi.cast("char *", address), size)) if size else b""


def run(artifact, encoded, bench):
    artifact.write(artifact.call("judge_input", len(encoded)), encoded)
    try:
        status = artifact.call("judge_bench", *bench) if bench else artifact.call("judge_call")
    except artifact.trap as error:
        return [-1, 0, None, str(error)]
    fields = struct.unpack("<IIQQQQQ", artifact.read(artifact.call("judge_result"), 48))
    version, again, duration, output, output_size, message, message_size = fields
    assert (version, again) == (0x00010001, status)
    assert artifact.call("judge_abi_version") == 1
    value = msgspec.msgpack.decode(artifact.read(output, output_size)) if status == 0 else None
    return [status, duration, value, artifact.read(message, message_size).decode()]


def main():
    path = sys.argv[1]
    quick = "quick" in sys.argv[3:]
    artifact = Wasm(path, quick) if path.endswith(".wasm") else Native(path)
    results = []
    for wanted in json.load(sys.stdin):
        bench = wanted["bench"] if isinstance(wanted, dict) else None
        arguments = wanted["arguments"] if bench else wanted
        raw = isinstance(arguments, str)
        encoded = bytes.fromhex(arguments) if raw else msgspec.msgpack.encode(arguments)
        results.append(run(artifact, encoded, bench))
    with os.fdopen(int(sys.argv[2]), "w") as answer:
        json.dump(results, answer)


if __name__ == "__main__":
    threading.stack_size(_STACK_BYTES + (32 << 20))
    thread = threading.Thread(target=main)
    thread.start()
    thread.join()
