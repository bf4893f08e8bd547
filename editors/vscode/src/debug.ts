// Debugging one case: the server builds it and says how, an extension for the language does it.

import * as vscode from "vscode";
import type { Ask, CaseAt } from "./ask";
import type { DebugTarget } from "./protocol";

interface Debugger {
  extension: string;
  title: string;
  configuration(target: DebugTarget): vscode.DebugConfiguration;
}

/** By what the server names, the best one first. Each starts the program as it is: the program
 * opens the case's input by itself. */
const DEBUGGERS: Record<DebugTarget["debugger"], [Debugger, ...Debugger[]]> = {
  lldb: [
    {
      extension: "vadimcn.vscode-lldb",
      title: "CodeLLDB",
      configuration: (target) => launch("lldb", target),
    },
    {
      extension: "llvm-vs-code-extensions.lldb-dap",
      title: "LLDB DAP",
      configuration: (target) => launch("lldb-dap", target),
    },
    {
      extension: "ms-vscode.cpptools",
      title: "C/C++",
      configuration: ({ env, ...target }) => ({
        ...launch("cppdbg", { ...target, env: {} }),
        environment: Object.entries(env).map(([name, value]) => ({ name, value })),
        MIMode: process.platform === "darwin" ? "lldb" : "gdb",
      }),
    },
  ],
  delve: [
    {
      extension: "golang.go",
      title: "Go",
      configuration: (target) => ({ ...launch("go", target), mode: "exec" }),
    },
  ],
  debugpy: [
    {
      extension: "ms-python.debugpy",
      title: "Python Debugger",
      // What the program prints goes to the debug console: it asks for nothing in a terminal.
      configuration: (target) => ({
        ...launch("debugpy", target),
        console: "internalConsole",
        justMyCode: false,
      }),
    },
  ],
};

/** Builds the case for debugging and starts the debugger for its language. */
export async function debugCase(ask: Ask, at: CaseAt): Promise<void> {
  const target = await ask.command<DebugTarget>("debug", at);
  const known = DEBUGGERS[target.debugger];
  const chosen = known.find(({ extension }) => vscode.extensions.getExtension(extension));
  if (chosen === undefined) {
    await tellMissing(known);
    return;
  }
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(at.uri));
  await vscode.debug.startDebugging(folder, chosen.configuration(target));
}

function launch(type: string, target: DebugTarget): vscode.DebugConfiguration {
  const { name, program, args, cwd, env } = target;
  return { type, request: "launch", name, program, args, cwd, env };
}

async function tellMissing(known: [Debugger, ...Debugger[]]): Promise<void> {
  const [best, ...others] = known.map(({ title, extension }) => `${title} (${extension})`);
  const instead = others.length ? `, or ${others.join(", or ")}` : "";
  const find = `Find ${known[0].title}`;
  const answer = await vscode.window.showErrorMessage(
    `To debug this case an extension is needed: ${best}${instead}. Install it and try again.`,
    find,
  );
  if (answer === find) {
    const wanted = `@id:${known[0].extension}`;
    await vscode.commands.executeCommand("workbench.extensions.search", wanted);
  }
}
