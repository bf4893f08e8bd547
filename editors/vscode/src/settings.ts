// The section `lspJudge`: what is the extension's own, and what the server is told.

import * as vscode from "vscode";

export const SECTION = "lspJudge";
const OWN = ["serverPath", "trace"];

/** The settings without the extension's own; the server would complain about those. */
export function forServer(section: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(section).filter(([name]) => !OWN.includes(name)));
}

/** What the server is started with: `trusted` is the editor's word, and at most its own. */
export function atStart(): Record<string, unknown> {
  const section = vscode.workspace.getConfiguration().get<Record<string, unknown>>(SECTION) ?? {};
  const trusted = vscode.workspace.isTrusted && section["trusted"] !== false;
  return { ...forServer(section), trusted };
}

export function serverPath(): string {
  return vscode.workspace.getConfiguration(SECTION).get<string>("serverPath") ?? "";
}
