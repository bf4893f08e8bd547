// Puts the parts together. Everything that judges is in the server.

import * as vscode from "vscode";
import { Ask } from "./ask";
import { Server } from "./client";
import { registerCommands, told } from "./commands";
import { Explorer } from "./explorer";
import { Installer } from "./install";
import { SECTION } from "./settings";
import { StatusBar } from "./status";

let server: Server | undefined;

export function activate(context: vscode.ExtensionContext): void {
  const log = vscode.window.createOutputChannel("lsp-judge", { log: true });
  const judge = new Server(new Installer(context, log), log);
  const ask = new Ask(judge);
  const explorer = new Explorer(ask);
  const status = new StatusBar((heard) => explorer.status(heard.uri, heard.running));
  judge.add(status, explorer);
  server = judge;
  const again = () => told(() => judge.restart());
  context.subscriptions.push(
    log,
    explorer,
    status.watch(),
    registerCommands(ask, judge, log),
    vscode.workspace.onDidGrantWorkspaceTrust(again),
    vscode.workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration(`${SECTION}.serverPath`)) void again();
    }),
  );
  void told(() => judge.start());
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
