// node node.mjs SOLUTION.wasm INPUT: runs a solution's module under Node.
//
// INPUT is a JSON array of the arguments, as in [[2,7,11,15],9]; of a program, and where it is
// `-`, standard input is read. The result is printed as JSON (a program's output as it is), how
// long the call took on standard error.

import { readFileSync } from "node:fs";

import { isProgram, run } from "./harness.mjs";
import { decode, encode } from "./msgpack.mjs";

const USAGE = "usage: node node.mjs SOLUTION.wasm INPUT";

async function main([path, text]) {
  if (!path) throw new Error(USAGE);
  const module = await WebAssembly.compile(readFileSync(path));
  const program = isProgram(module);
  if (!program && text === undefined) throw new Error(USAGE);
  const given = text === undefined || text === "-" ? readFileSync(0) : Buffer.from(text);
  const seen = await run(module, program ? new Uint8Array(given) : encode(values(given)));
  const returned = seen.kind === "returned";
  if (program) process.stdout.write(seen.output);
  else if (returned) process.stdout.write(`${written(decode(seen.output))}\n`);
  process.stderr.write(seen.stdout + seen.stderr);
  if (returned) process.stderr.write(`${(seen.duration_ns / 1e6).toFixed(3)} ms\n`);
  else process.stderr.write(`${seen.kind.replaceAll("_", " ")}: ${seen.message}\n`);
  return returned ? 0 : 1;
}

/** The arguments. JavaScript reads integers beyond 2^53 as others than they are: refused. */
function values(given) {
  let found;
  try {
    found = JSON.parse(given.toString(), (_key, value) => {
      if (Number.isInteger(value) && !Number.isSafeInteger(value)) throw new RangeError();
      return value;
    });
  } catch (error) {
    if (error instanceof RangeError) throw new Error("integers beyond 2^53 cannot be read here");
  }
  if (Array.isArray(found)) return found;
  throw new Error(`${given} is no JSON array of arguments, as in [[2,7,11,15],9]`);
}

/** A value as JSON, BigInts as the numbers that they are. */
function written(value) {
  if (Array.isArray(value)) return `[${value.map(written).join(",")}]`;
  return typeof value === "bigint" ? String(value) : JSON.stringify(value);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
