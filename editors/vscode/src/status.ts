// The item in the status bar: verdict and time of the file that is looked at.

import * as vscode from "vscode";
import type { LanguageClient, StaticFeature } from "vscode-languageclient/node";
import type { Part } from "./client";
import type { ModeStatus, Status } from "./protocol";

const LANGUAGES = /^(c|cpp|go|python|rust|zig)$/;

export class StatusBar implements Part {
  private readonly item = vscode.window.createStatusBarItem(
    "lspJudge.status",
    vscode.StatusBarAlignment.Left,
  );
  private readonly known = new Map<string, Status>();
  /** Whether the server runs; undefined while it is being started. */
  private runs: boolean | undefined;

  constructor(private readonly heard: (status: Status) => void) {
    this.item.name = "Judge";
  }

  watch(): vscode.Disposable {
    const changed = vscode.window.onDidChangeActiveTextEditor(() => this.show());
    const closed = vscode.workspace.onDidCloseTextDocument((document) =>
      this.known.delete(document.uri.toString()),
    );
    return vscode.Disposable.from(this.item, changed, closed);
  }

  attach(client: LanguageClient): void {
    this.runs = undefined;
    client.registerFeature(capability("judgeStatus"));
    client.onNotification("lspJudge/status", (status: Status) => {
      const uri = client.protocol2CodeConverter.asUri(status.uri);
      this.known.set(uri.toString(), status);
      if (status.verdict !== null) {
        void vscode.commands.executeCommand("setContext", "judge.judged", true);
      }
      this.heard(status);
      this.show();
    });
  }

  started(): void {
    this.runs = true;
    this.show();
  }

  detach(): void {
    this.runs = false;
    this.known.clear();
    this.show();
  }

  private show(): void {
    const document = vscode.window.activeTextEditor?.document;
    if (document === undefined || !LANGUAGES.test(document.languageId)) {
      this.item.hide();
      return;
    }
    if (this.runs === false) this.showAbsence();
    else this.showStatus(this.known.get(document.uri.toString()));
    this.item.show();
  }

  private showStatus(status: Status | undefined): void {
    const icon = status?.running ? "$(sync~spin) " : "";
    this.item.text = `${icon}Judge${status?.text ? ` ${status.text}` : ""}`;
    this.item.command = status?.running ? "judge.cancel" : "judge.run";
    this.item.backgroundColor = undefined;
    this.item.tooltip = status ? tooltip(status) : "Save the file, or click, to have it judged.";
  }

  private showAbsence(): void {
    this.item.text = "$(warning) Judge: no server";
    this.item.command = "judge.install";
    this.item.tooltip = "lsp-judge does not run. Click to find or install it.";
    this.item.backgroundColor = new vscode.ThemeColor("statusBarItem.warningBackground");
  }
}

/** A capability beyond LSP that a part of this extension brings. */
export function capability(name: string): StaticFeature {
  return {
    fillClientCapabilities: (capabilities) => {
      capabilities.experimental = { ...capabilities.experimental, [name]: true };
    },
    initialize: () => {},
    getState: () => ({ kind: "static" }),
    clear: () => {},
  };
}

function tooltip(status: Status): vscode.MarkdownString {
  const rows = status.modes.map(row);
  const head = ["| mode | verdict | cases | slowest |", "|---|---|---|---|"];
  const click = status.running ? "Click to cancel." : "Click to judge again.";
  return new vscode.MarkdownString(rows.length ? [...head, ...rows, "", click].join("\n") : click);
}

function row(mode: ModeStatus): string {
  const time = mode.durationNs ? duration(mode.durationNs) : "";
  return `| ${mode.mode} | ${mode.verdict} | ${mode.passed}/${mode.total} | ${time} |`;
}

function duration(nanoseconds: number): string {
  const [value, unit] =
    nanoseconds < 1e3
      ? [nanoseconds, "ns"]
      : nanoseconds < 1e6
        ? [nanoseconds / 1e3, "µs"]
        : nanoseconds < 1e9
          ? [nanoseconds / 1e6, "ms"]
          : [nanoseconds / 1e9, "s"];
  return `${Number(value.toPrecision(3))} ${unit}`;
}
