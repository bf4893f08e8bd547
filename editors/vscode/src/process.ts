// Programs that the extension runs to their end: Python's, when the server is installed.

import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

export class Failed extends Error {}

/** Runs the program, hands on each line that it prints, and throws Failed where it fails. */
export async function run(
  command: readonly string[],
  heard: (line: string) => void,
  stopped: AbortSignal,
): Promise<void> {
  const [program, ...args] = command as [string, ...string[]];
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"], signal: stopped });
  for (const stream of [child.stdout, child.stderr]) {
    createInterface({ input: stream }).on("line", heard);
  }
  await new Promise<void>((resolve, reject) => {
    child.on("error", (error) => reject(new Failed(error.message)));
    child.on("close", (status, signal) =>
      status === 0
        ? resolve()
        : reject(new Failed(`${program} ended with ${signal ?? `status ${status}`}`)),
    );
  });
}
