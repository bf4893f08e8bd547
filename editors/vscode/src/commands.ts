// The palette's commands. Lenses and actions call the server's own.

import * as vscode from "vscode";
import type { Ask } from "./ask";
import type { Server } from "./client";
import { debugCase } from "./debug";
import { newSolution } from "./new_solution";

export function registerCommands(
  ask: Ask,
  server: Server,
  log: vscode.LogOutputChannel,
): vscode.Disposable {
  const commands: Record<string, () => Promise<unknown>> = {
    run: () => ask.command("run", { ...ask.document(), mode: "both" }),
    runWasm: () => ask.command("run", { ...ask.document(), mode: "wasm" }),
    runNative: () => ask.command("run", { ...ask.document(), mode: "native" }),
    bench: () => ask.command("bench", ask.document()),
    sanitize: () => ask.command("sanitize", ask.document()),
    cancel: () => ask.command("cancel"),
    newSolution: () => newSolution(ask),
    addCase: () => ask.command("addCase", ask.document()),
    acceptOutput: () => acceptOutput(ask),
    debug: () => debugOne(ask),
    install: () => server.restart(),
    restart: () => server.restart(),
    showLog: async () => log.show(),
  };
  const registered = Object.entries(commands).map(([name, command]) =>
    vscode.commands.registerCommand(`judge.${name}`, () => told(command)),
  );
  return vscode.Disposable.from(...registered);
}

/** Does the work; what goes wrong is told in a message, whose text the server wrote. */
export async function told(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    void vscode.window.showErrorMessage(`Judge: ${message}`);
  }
}

async function acceptOutput(ask: Ask): Promise<void> {
  const title = "Accept the output of which case?";
  const at = await ask.case(title, "no case has a wrong answer.", (each) => each.verdict === "WA");
  if (at !== undefined) await ask.command("acceptOutput", at);
}

async function debugOne(ask: Ask): Promise<void> {
  const at = await ask.case("Debug which case?", "no case is known yet.", () => true);
  if (at !== undefined) await debugCase(ask, at);
}
