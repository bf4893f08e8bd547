// What the server says of runs, told to the Test Explorer.

import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { Failed, State } from "./protocol";
import type { Tree } from "./tree";

const OUR_FAULT = ["CE", "IE"];
const SHOWN_NS = 50_000;

export class Results {
  /** The runs that a person asked for. */
  private readonly asked = new Set<vscode.TestRun>();
  /** The run that a save began, while it lasts. */
  private saved: vscode.TestRun | undefined;
  /** The items that wait for a result. */
  private readonly pending = new Set<string>();
  /** The documents that are being judged. */
  private readonly judged = new Set<string>();

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

  /** Begins anew: nothing that was under way will be heard of. */
  reset(): void {
    this.end();
    this.saved?.end();
    this.saved = undefined;
    this.pending.clear();
    this.judged.clear();
  }

  output(message: string): void {
    for (const run of this.runs()) run.appendOutput(terminal(message));
  }

  status(uri: string, running: boolean): void {
    if (running) this.judged.add(uri);
    else this.judged.delete(uri);
    if (this.judged.size === 0) this.pending.clear();
    this.settle();
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
    this.settle();
  }

  /** What a save began is over when nothing is judged and nothing waits any more. */
  private settle(): void {
    if (this.pending.size > 0 || this.judged.size > 0) return;
    this.saved?.end();
    this.saved = undefined;
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
  const ours = OUR_FAULT.includes(state.verdict);
  const told = ours ? run.errored.bind(run) : run.failed.bind(run);
  // What its cases say already would only stand in the text a second time.
  const messages = item.children.size > 0 && !ours ? [] : [messageOf(state, item, client)];
  told(item, messages, milliseconds(state.durationNs));
}

function messageOf(state: Failed, item: vscode.TestItem, client: LanguageClient) {
  const { expected, actual } = state;
  const text = state.output ? `${state.message}\n${state.output}` : state.message;
  const message =
    typeof expected === "string" && typeof actual === "string"
      ? vscode.TestMessage.diff(text, expected, actual)
      : new vscode.TestMessage(text);
  const at = client.protocol2CodeConverter.asLocation(state.location);
  const own = item.uri && item.range ? new vscode.Location(item.uri, item.range) : undefined;
  const location = at ?? own;
  if (location !== undefined) message.location = location;
  return message;
}

function milliseconds(nanoseconds: number | null | undefined): number | undefined {
  // The Test Explorer would show less as 0.0 ms; 0 is still being measured.
  return nanoseconds && nanoseconds >= SHOWN_NS ? nanoseconds / 1e6 : undefined;
}

/** The Test Explorer shows output in a terminal. */
function terminal(text: string): string {
  return text.replace(/\r?\n/g, "\r\n");
}
