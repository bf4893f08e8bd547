// What the server says beyond LSP, as docs/protocol.md has it.

import type { Location, Range, TextDocumentIdentifier } from "vscode-languageclient/node";

export type Verdict = string;

export interface ModeStatus {
  mode: string;
  verdict: Verdict;
  passed: number;
  total: number;
  durationNs: number;
}

export interface Status {
  uri: string;
  running: boolean;
  text: string;
  verdict: Verdict | null;
  modes: ModeStatus[];
}

export interface Problem {
  id: string;
  title: string;
  languages: string[];
}

export interface NewSolution {
  fileName: string;
  text: string;
}

export interface DebugTarget {
  debugger: "lldb" | "delve" | "debugpy";
  name: string;
  program: string;
  args: string[];
  cwd: string;
  env: Record<string, string>;
  stdin: string | null;
}

export interface Item {
  id: string;
  label: string;
  description?: string | null;
  kind: "problem" | "solution" | "mode" | "case";
  canResolveChildren: boolean;
  parent?: string | null;
  textDocument?: TextDocumentIdentifier | null;
  range?: Range | null;
}

export interface Discovered {
  tests: Item[];
  scope?: string[] | null;
  scopeFile?: TextDocumentIdentifier[] | null;
}

export type State =
  | { tag: "enqueued" | "started" | "skipped" }
  | { tag: "passed"; durationNs: number }
  | Failed;

export interface Failed {
  tag: "failed";
  verdict: Verdict;
  message: string;
  durationNs?: number | null;
  expected?: string | null;
  actual?: string | null;
  location?: Location | null;
  output?: string | null;
}

export interface ChangedState {
  testId: string;
  state: State;
}

/** As much of `run --format json` as is read here. */
export interface RunOutput {
  reports: { judgements: { mode: string; cases: ReportedCase[] }[] }[];
}

export interface ReportedCase {
  id: string;
  verdict: Verdict;
  expected: unknown;
  actual: unknown;
}
