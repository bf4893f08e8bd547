// The server's commands, asked for by the extension itself.

import * as vscode from "vscode";
import { ExecuteCommandRequest } from "vscode-languageclient/node";
import type { Server } from "./client";
import type { ReportedCase, RunOutput } from "./protocol";

/** Where a case is: its solution, and its id there. */
export interface CaseAt {
  uri: string;
  case: string;
}

export class Ask {
  constructor(private readonly server: Server) {}

  /** What the server answers to one of its commands. */
  async command<Answer>(name: string, argument?: object): Promise<Answer> {
    const params = {
      command: `lspJudge.${name}`,
      arguments: argument === undefined ? [] : [argument],
    };
    return (await this.server.running.sendRequest(ExecuteCommandRequest.type, params)) as Answer;
  }

  /** The document that is looked at. Throws where there is none. */
  document(): { uri: string } {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) throw new Error("open a solution first.");
    const { uri } = editor.document;
    return { uri: this.server.running.code2ProtocolConverter.asUri(uri) };
  }

  /** A case of the document that is looked at, chosen by a person where there are several. */
  async case(
    title: string,
    none: string,
    fits: (found: ReportedCase) => boolean,
  ): Promise<CaseAt | undefined> {
    const document = this.document();
    const output = await this.command<RunOutput>("report", document);
    const found = new Map<string, ReportedCase>();
    for (const judgement of output.reports.flatMap((report) => report.judgements)) {
      for (const each of judgement.cases) if (fits(each)) found.set(each.id, each);
    }
    if (found.size === 0) throw new Error(`${none} Save the file to have it judged.`);
    const items = [...found.values()].map((each) => ({
      label: `case ${each.id}`,
      description: each.verdict,
      detail: `expected ${JSON.stringify(each.expected)}, got ${JSON.stringify(each.actual)}`,
      id: each.id,
    }));
    const [only] = items;
    const picked = items.length === 1 ? only : await vscode.window.showQuickPick(items, { title });
    return picked && { ...document, case: picked.id };
  }
}
