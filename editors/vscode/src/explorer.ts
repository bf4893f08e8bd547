// The Test Explorer: problems, solutions, modes and cases, over experimental/discoverTest.

import * as vscode from "vscode";
import { LSPErrorCodes, ResponseError, type LanguageClient } from "vscode-languageclient/node";
import type { Ask } from "./ask";
import type { Part } from "./client";
import { told } from "./commands";
import { debugCase } from "./debug";
import type { ChangedState, Discovered } from "./protocol";
import { Results } from "./results";
import { capability } from "./status";
import { CASE, Tree } from "./tree";

const METHOD_NOT_FOUND = -32601;

export class Explorer implements Part, vscode.Disposable {
  private readonly controller = vscode.tests.createTestController("lspJudge", "Judge");
  private readonly tree = new Tree(this.controller);
  private readonly results = new Results(this.controller, this.tree);
  private client: LanguageClient | undefined;

  constructor(private readonly ask: Ask) {
    const { Run, Debug } = vscode.TestRunProfileKind;
    this.controller.createRunProfile("Run", Run, (request, token) => this.run(request, token), true);
    this.controller.createRunProfile(
      "Debug",
      Debug,
      (request) => told(() => this.debug(request)),
      true,
      CASE,
    );
    this.controller.refreshHandler = () => this.discover();
    this.controller.resolveHandler = (item) => this.discover(item?.id);
  }

  attach(client: LanguageClient): void {
    this.client = client;
    client.registerFeature(capability("testExplorer"));
    client.onNotification("experimental/discoveredTests", (found: Discovered) =>
      this.tree.update(found, client),
    );
    client.onNotification("experimental/changeTestState", (changed: ChangedState) =>
      this.results.state(changed.testId, changed.state, client),
    );
    client.onNotification("experimental/appendOutputToRunTest", (output: { message: string }) =>
      this.results.output(output.message),
    );
    client.onNotification("experimental/endRunTest", () => this.results.end());
  }

  started(): void {
    void this.discover();
  }

  detach(): void {
    this.client = undefined;
    this.results.reset();
    this.tree.clear();
  }

  /** A document is being judged, or is not any more. */
  status(uri: string, running: boolean): void {
    this.results.status(uri, running);
  }

  dispose(): void {
    this.controller.dispose();
  }

  private async discover(testId?: string): Promise<void> {
    const client = this.client;
    if (!client?.isRunning()) return;
    try {
      const params = testId === undefined ? {} : { testId };
      const found = await client.sendRequest<Discovered>("experimental/discoverTest", params);
      this.tree.update(found, client, testId);
    } catch (error) {
      // A server that came before the Test Explorer has nothing to show in it.
      if (!(error instanceof ResponseError)) throw error;
      const unknown = [METHOD_NOT_FOUND, LSPErrorCodes.RequestCancelled].includes(error.code);
      if (!unknown) throw error;
    }
  }

  private async run(
    request: vscode.TestRunRequest,
    token: vscode.CancellationToken,
  ): Promise<void> {
    const client = this.client;
    if (client === undefined) return;
    this.results.begin(request);
    token.onCancellationRequested(() =>
      client.sendNotification("experimental/abortRunTest", {}),
    );
    const ids = (items: readonly vscode.TestItem[] | undefined) => items?.map((item) => item.id);
    try {
      await client.sendRequest("experimental/runTest", {
        include: ids(request.include),
        exclude: ids(request.exclude),
      });
    } catch (error) {
      this.results.end();
      throw error;
    }
  }

  private async debug(request: vscode.TestRunRequest): Promise<void> {
    const [item] = request.include ?? [];
    const at = item && this.tree.caseAt(item.id);
    if (at === undefined) throw new Error("choose one case to debug.");
    await debugCase(this.ask, at);
  }
}
