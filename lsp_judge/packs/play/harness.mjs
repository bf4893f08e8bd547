// Runs a solution's module over one input: a reactor with the harness ABI, or a WASI command.
//
// What comes out is an observation and no verdict: `{kind, output, message, stdout, stderr,
// duration_ns, memory_bytes}`, `kind` being one of returned, failed, trapped, exited, bad_input,
// no_memory, output_too_long and broken.

import { decode } from "./msgpack.mjs";
import { Exit, TooMuchOutput, Wasi } from "./wasi.mjs";

const MAJOR = 1;
const STATUS = ["returned", "failed", "bad_input", "no_memory"];
const MOST_OUTPUT = 8 * 1024 * 1024;
const MOST_MESSAGE = 64 * 1024;
// What takes longer than this is not repeated, nor is anything for longer.
const SHORT_NS = 100e6;
const LEAST_CALLS = 5;
const MOST_CALLS = 2000;
const NOTHING = new Uint8Array();
const TEXT = new TextDecoder();

/** Whether the module is a program (stdin to stdout) and no reactor. */
export function isProgram(module) {
  const names = new Set(WebAssembly.Module.exports(module).map((each) => each.name));
  return !names.has("judge_call") && names.has("_start");
}

/** Run `module` once, over encoded arguments or what a program reads. */
export async function run(module, input) {
  const wasi = new Wasi(isProgram(module) ? input : NOTHING);
  const seen = { kind: "returned", output: NOTHING, message: "", duration_ns: 0, memory_bytes: 0 };
  try {
    const instance = await WebAssembly.instantiate(module, wasi.imports(module));
    const { exports } = instance;
    wasi.memory = exports.memory;
    const before = exports.memory.buffer.byteLength;
    try {
      if (isProgram(module)) program(exports, wasi, seen);
      else reactor(exports, input, seen);
    } finally {
      seen.memory_bytes = exports.memory.buffer.byteLength - before;
    }
  } catch (error) {
    failed(error, seen);
  }
  if (isProgram(module)) seen.output = wasi.stdout.bytes();
  seen.stdout = isProgram(module) ? "" : TEXT.decode(wasi.stdout.bytes());
  seen.stderr = TEXT.decode(wasi.stderr.bytes());
  return seen;
}

/** Run it, and where that was quick again: engines compile a function when it is first called, and
 * a page's clock has steps of 5 µs, so that one call says little of the code. `first_ns` is then
 * what the first call took, and `duration_ns` the mean of `calls` more. */
export async function measured(module, input) {
  const seen = await run(module, input);
  if (seen.kind !== "returned" || seen.duration_ns > SHORT_NS) return seen;
  const times = await again(module, input, seen.duration_ns);
  if (times.length) {
    seen.first_ns = seen.duration_ns;
    seen.calls = times.length;
    seen.duration_ns = Math.round(times.reduce((sum, time) => sum + time, 0) / times.length);
  }
  return seen;
}

/** The durations of further calls; none where they do not go as the first one did. */
async function again(module, input, first) {
  const calls = Math.round(Math.min(MOST_CALLS, Math.max(LEAST_CALLS, SHORT_NS / (first + 1000))));
  if (!isProgram(module)) return repeated(module, input, calls).catch(() => []);
  const times = [];
  for (let i = 0; i < LEAST_CALLS; i++) times.push((await run(module, input)).duration_ns);
  return times;
}

/** By the ABI's own loop, which decodes the arguments afresh for each call. */
async function repeated(module, input, calls) {
  const wasi = new Wasi();
  const { exports } = await WebAssembly.instantiate(module, wasi.imports(module));
  wasi.memory = exports.memory;
  prepare(exports, input);
  exports.judge_bench(calls, LEAST_CALLS);
  const seen = { output: NOTHING };
  read(exports, seen);
  return seen.kind === "returned" ? decode(seen.output) : [];
}

function program(exports, wasi, seen) {
  const begun = performance.now();
  try {
    exports._start();
  } catch (error) {
    if (!(error instanceof Exit && error.status === 0)) throw error;
  } finally {
    seen.duration_ns = Math.round((performance.now() - begun) * 1e6);
  }
}

function reactor(exports, input, seen) {
  prepare(exports, input);
  exports.judge_call();
  read(exports, seen);
}

/** Initialise the module, see to its version and hand over the arguments. */
function prepare(exports, input) {
  exports._initialize?.();
  const version = exports.judge_abi_version() >>> 0;
  // Versions 1.x are told by one number whose low half is the major version.
  if ((version & 0xffff) !== MAJOR) {
    throw new TypeError(`the module has version ${version} of the ABI, this is for ${MAJOR}`);
  }
  const address = exports.judge_input(input.length) >>> 0;
  new Uint8Array(exports.memory.buffer, address, input.length).set(input);
}

/** The result struct: version, status (u32), duration, output, message (u64 each with length). */
function read(exports, seen) {
  const view = new DataView(exports.memory.buffer, exports.judge_result() >>> 0);
  const wide = (offset) => Number(view.getBigUint64(offset, true));
  const part = (offset, length) =>
    new Uint8Array(exports.memory.buffer, wide(offset), length).slice();
  seen.kind = STATUS[view.getUint32(4, true)] ?? "broken";
  seen.duration_ns = wide(8);
  if (wide(24) > MOST_OUTPUT) throw new TooMuchOutput("its result has more than 8 MiB");
  if (seen.kind === "returned") seen.output = part(16, wide(24));
  if (wide(40)) seen.message = TEXT.decode(part(32, Math.min(wide(40), MOST_MESSAGE)));
}

// What engines call the traps that wasmtime knows by other words.
const CAUSES = [
  [/unreachable/i, "unreachable"],
  [/divide by zero/i, "integer divide by zero"],
  [/(maximum call stack|too much recursion|call stack size)/i, "call stack exhausted"],
  [/out of bounds/i, "out of bounds memory access"],
];

function failed(error, seen) {
  if (error instanceof Exit) {
    seen.kind = "exited";
    seen.message = `exit status ${error.status}`;
  } else if (error instanceof TooMuchOutput) {
    seen.kind = "output_too_long";
    seen.message = error.message;
  } else if (error instanceof WebAssembly.RuntimeError || /call stack|recursion/.test(error?.message)) {
    const known = CAUSES.find(([pattern]) => pattern.test(error.message));
    seen.kind = "trapped";
    seen.message = `wasm trap: ${known ? known[1] : error.message}`;
  } else {
    seen.kind = "broken";
    seen.message = String(error?.message ?? error);
  }
}
