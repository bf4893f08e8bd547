// Runs a solution's module over one input: a reactor with the harness ABI, or a WASI command.
//
// What comes out is an observation and no verdict: `{kind, output, message, stdout, stderr,
// duration_ns, memory_bytes}`, `kind` being one of returned, failed, trapped, exited, bad_input,
// no_memory, output_too_long and broken.

import { Exit, TooMuchOutput, Wasi } from "./wasi.mjs";

const MAJOR = 1;
const STATUS = ["returned", "failed", "bad_input", "no_memory"];
const MOST_OUTPUT = 8 * 1024 * 1024;
const MOST_MESSAGE = 64 * 1024;
// What took longer than this was no matter of the engine compiling on the way.
const SHORT_NS = 100e6;
const REPEATS = 5;
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

/** Run it, and where that was quick again: engines compile a function when it is first called, so
 * that the first time says little of the code. `duration_ns` is then the shortest of all, and
 * `first_ns` that of the first. */
export async function measured(module, input) {
  const seen = await run(module, input);
  seen.first_ns = seen.duration_ns;
  for (let i = 0; i < REPEATS && seen.kind === "returned" && seen.first_ns < SHORT_NS; i++) {
    const again = await run(module, input);
    if (again.kind !== "returned") break;
    seen.duration_ns = Math.min(seen.duration_ns, again.duration_ns);
  }
  return seen;
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
  exports._initialize?.();
  const version = exports.judge_abi_version() >>> 0;
  // Versions 1.x are told by one number whose low half is the major version.
  if ((version & 0xffff) !== MAJOR) {
    throw new TypeError(`the module has version ${version} of the ABI, this is for ${MAJOR}`);
  }
  const address = exports.judge_input(input.length) >>> 0;
  new Uint8Array(exports.memory.buffer, address, input.length).set(input);
  exports.judge_call();
  read(exports, seen);
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
