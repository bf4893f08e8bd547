// Debugging one case: the server builds it and says how, an extension for the language does it.

import * as vscode from "vscode";
import type { Ask, CaseAt } from "./ask";
import type { DebugTarget } from "./protocol";

interface Debugger {
  extension: string;
  title: string;
  configuration(target: DebugTarget): vscode.DebugConfiguration;
}

const DEBUGGERS: Record<DebugTarget["debugger"], Debugger> = {
  lldb: {
    extension: "vadimcn.vscode-lldb",
    title: "CodeLLDB",
    configuration: (target) => ({
      ...launch("lldb", target),
      stdio: [target.stdin, null, null],
    }),
  },
  delve: {
    extension: "golang.go",
    title: "Go",
    configuration: (target) => ({
      ...launch("go", target),
      mode: "exec",
      ...(target.stdin === null ? {} : { dlvFlags: [`--redirect=stdin:${target.stdin}`] }),
    }),
  },
  debugpy: {
    extension: "ms-python.debugpy",
    title: "Python Debugger",
    configuration: (target) => ({ ...launch("debugpy", target), justMyCode: false }),
  },
};

/** Builds the case for debugging and starts the debugger for its language. */
export async function debugCase(ask: Ask, at: CaseAt): Promise<void> {
  const target = await ask.command<DebugTarget>("debug", at);
  const chosen = DEBUGGERS[target.debugger];
  if (vscode.extensions.getExtension(chosen.extension) === undefined) {
    await tellMissing(chosen);
    return;
  }
  const folder = vscode.workspace.getWorkspaceFolder(vscode.Uri.parse(at.uri));
  await vscode.debug.startDebugging(folder, chosen.configuration(target));
}

function launch(type: string, target: DebugTarget): vscode.DebugConfiguration {
  const { name, program, args, cwd, env } = target;
  return { type, request: "launch", name, program, args, cwd, env };
}

async function tellMissing(chosen: Debugger): Promise<void> {
  const find = "Find it";
  const answer = await vscode.window.showErrorMessage(
    `To debug this case the extension ${chosen.title} (${chosen.extension}) is needed. Install it and try again.`,
    find,
  );
  if (answer === find) {
    await vscode.commands.executeCommand("workbench.extensions.search", `@id:${chosen.extension}`);
  }
}
