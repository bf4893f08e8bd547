// The server's process and its conversation: started, stopped, started again.

import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import * as vscode from "vscode";
import { LanguageClient, type LanguageClientOptions } from "vscode-languageclient/node";
import { findServer } from "./find";
import type { Installer } from "./install";
import { SECTION, atStart, forServer, serverPath } from "./settings";

const LANGUAGES = ["c", "cpp", "go", "python", "rust", "zig"];

/** A part of the extension that talks with the server, and must begin anew with a new one. */
export interface Part {
  /** Before the first message: handlers are registered here. */
  attach(client: LanguageClient): void;
  /** The server answers. */
  started?(client: LanguageClient): void;
  detach(): void;
}

export class Server {
  private client: LanguageClient | undefined;
  private parts: Part[] = [];
  /** What is asked for while something else is under way waits for its end. */
  private queue: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly installer: Installer,
    private readonly log: vscode.LogOutputChannel,
  ) {}

  add(...parts: Part[]): void {
    this.parts.push(...parts);
  }

  /** The running client. Throws, in words for a person, where there is none. */
  get running(): LanguageClient {
    if (this.client?.isRunning()) return this.client;
    throw new Error("the server does not run. See the command “Judge: Show the log”.");
  }

  start(): Promise<void> {
    return this.inTurn(() => this.startNow());
  }

  stop(): Promise<void> {
    return this.inTurn(() => this.stopNow());
  }

  restart(): Promise<void> {
    return this.inTurn(async () => {
      await this.stopNow();
      await this.startNow();
    });
  }

  private inTurn(work: () => Promise<void>): Promise<void> {
    const turn = this.queue.then(work);
    this.queue = turn.catch(() => {});
    return turn;
  }

  private async startNow(): Promise<void> {
    const command = await this.find();
    if (command === undefined) {
      this.log.warn("lsp-judge was not found: no setting, not in the workspace, not on PATH");
      for (const part of this.parts) part.detach();
      void this.offer();
      return;
    }
    this.log.info(`starting ${command}${vscode.workspace.isTrusted ? "" : " (not trusted)"}`);
    this.client = new LanguageClient(
      SECTION,
      "lsp-judge",
      { command, args: ["serve"] },
      this.options(),
    );
    for (const part of this.parts) part.attach(this.client);
    await this.client.start();
    for (const part of this.parts) part.started?.(this.client);
    await vscode.commands.executeCommand("setContext", "judge.ready", true);
  }

  private async stopNow(): Promise<void> {
    const client = this.client;
    this.client = undefined;
    for (const part of this.parts) part.detach();
    await vscode.commands.executeCommand("setContext", "judge.ready", false);
    await client?.dispose();
  }

  private async find(): Promise<string | undefined> {
    // The environment of a workspace that is not trusted could hold anybody's program.
    const folders = vscode.workspace.isTrusted ? (vscode.workspace.workspaceFolders ?? []) : [];
    return findServer({
      setting: serverPath(),
      folders: folders.map((folder) => folder.uri.fsPath),
      path: process.env["PATH"] ?? "",
      installed: this.installer.environment,
    });
  }

  private async offer(): Promise<void> {
    if (await this.installer.offer()) await this.restart();
  }

  private options(): LanguageClientOptions {
    return {
      documentSelector: LANGUAGES.flatMap((language) => [
        { scheme: "file", language },
        { scheme: "untitled", language },
      ]),
      initializationOptions: atStart,
      outputChannel: this.log,
      traceOutputChannel: this.log,
      stdioOptions: { stdout: passedOn, stderr: passedOn },
      middleware: {
        workspace: {
          // The server asks for what it wants to know; what is pushed would have our own in it.
          didChangeConfiguration: (_sections, next) => next(undefined),
          configuration: async (params, token, next) => {
            const answer = await next(params, token);
            return Array.isArray(answer) ? answer.map(cleaned) : answer;
          },
        },
      },
    };
  }
}

function cleaned(section: unknown): unknown {
  const isObject = typeof section === "object" && section !== null && !Array.isArray(section);
  return isObject ? forServer(section as Record<string, unknown>) : section;
}

/** The server's own log, at the level that each line begins with. */
function passedOn(input: Readable, log: vscode.LogOutputChannel): void {
  createInterface({ input }).on("line", (line) => {
    const [, level, text = line] = /^(DEBUG|INFO|WARNING|ERROR|CRITICAL):(.*)/.exec(line) ?? [];
    if (level === "ERROR" || level === "CRITICAL") log.error(text);
    else if (level === "DEBUG") log.debug(text);
    else if (level === "INFO") log.info(text);
    else log.warn(text);
  });
}
