// What the server says of runs, told to the Test Explorer.

import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Failed, State } from "./protocol";
import type { Tree } from "./tree";

const OUR_FAULT = ["CE", "IE"];

export class Results {
  /** The runs that a person asked for. */
  private readonly asked = new Set<vscode.TestRun>();
  /** The run that a save began, while it lasts, and what it still waits for. */
  private saved: vscode.TestRun | undefined;
  private readonly pending = new Set<string>();

  constructor(
    private readonly controller: vscode.TestController,
    private readonly tree: Tree,
  ) {}

  begin(request: vscode.TestRunRequest): vscode.TestRun {
    const run = this.controller.createTestRun(request);
    this.asked.add(run);
    return run;
  }

  /** All that was asked for is over. */
  end(): void {
    for (const run of this.asked) run.end();
    this.asked.clear();
  }

  /** Nothing runs any more: what a save began is over, too. */
  settle(): void {
    this.saved?.end();
    this.saved = undefined;
    this.pending.clear();
  }

  output(message: string): void {
    for (const run of this.runs()) run.appendOutput(terminal(message));
  }

  state(id: string, state: State, client: LanguageClient): void {
    const item = this.tree.get(id);
    if (item === undefined) return;
    if (this.asked.size === 0) {
      this.saved ??= this.controller.createTestRun(new vscode.TestRunRequest(), "On save", false);
    }
    for (const run of this.runs()) show(run, item, state, client);
    if (state.tag === "enqueued" || state.tag === "started") this.pending.add(id);
    else this.pending.delete(id);
    if (this.pending.size === 0) this.settle();
  }

  private runs(): vscode.TestRun[] {
    return this.asked.size === 0 && this.saved ? [this.saved] : [...this.asked];
  }
}

function show(run: vscode.TestRun, item: vscode.TestItem, state: State, client: LanguageClient) {
  switch (state.tag) {
    case "enqueued":
      return run.enqueued(item);
    case "started":
      return run.started(item);
    case "skipped":
      return run.skipped(item);
    case "passed":
      return run.passed(item, milliseconds(state.durationNs));
    case "failed":
      return showFailure(run, item, state, client);
  }
}

function showFailure(
  run: vscode.TestRun,
  item: vscode.TestItem,
  state: Failed,
  client: LanguageClient,
): void {
  const message = messageOf(state);
  const at = client.protocol2CodeConverter.asLocation(state.location);
  const own = item.uri && item.range ? new vscode.Location(item.uri, item.range) : undefined;
  const location = at ?? own;
  if (location !== undefined) message.location = location;
  const text = state.output ? `${state.message}\n${state.output}` : state.message;
  run.appendOutput(terminal(`${item.label}: ${text}\n`), location, item);
  const ours = OUR_FAULT.includes(state.verdict);
  const told = ours ? run.errored.bind(run) : run.failed.bind(run);
  told(item, message, milliseconds(state.durationNs));
}

function messageOf(state: Failed): vscode.TestMessage {
  const { message, expected, actual } = state;
  return typeof expected === "string" && typeof actual === "string"
    ? vscode.TestMessage.diff(message, expected, actual)
    : new vscode.TestMessage(message);
}

function milliseconds(nanoseconds: number | null | undefined): number | undefined {
  return typeof nanoseconds === "number" ? nanoseconds / 1e6 : undefined;
}

/** The Test Explorer shows output in a terminal. */
function terminal(text: string): string {
  return text.replace(/\r?\n/g, "\r\n");
}
