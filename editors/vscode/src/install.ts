// Installs the server into an environment of this extension's own.

import * as fs from "node:fs/promises";
import * as path from "node:path";
import * as vscode from "vscode";
import { programs, serverIn } from "./find";
import { Failed, run } from "./process";

const WITH = "Install, with compilers";
const WITHOUT = "Install without";
const QUESTION =
  "lsp-judge, the server that judges your solutions, is not on this machine yet. Install it for this editor alone?";
const DETAIL = "The compilers (Go, Zig for C and C++, Python for WebAssembly) take several hundred MB more.";
const PYTHONS = ["python3", "python3.14", "python3.13", "python3.12", "python3.11", "python"];
const NEW_ENOUGH = "import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))";

export class Installer {
  /** The environment; a new version of the extension has another. */
  readonly environment: string;

  constructor(
    private readonly context: vscode.ExtensionContext,
    private readonly log: vscode.LogOutputChannel,
  ) {
    this.environment = path.join(
      context.globalStorageUri.fsPath,
      `server-${context.extension.packageJSON.version}`,
    );
  }

  /** Asks, and installs where that is wanted; whether the server is there now. */
  async offer(): Promise<boolean> {
    const answer = await vscode.window.showInformationMessage(
      `${QUESTION} ${DETAIL}`,
      WITH,
      WITHOUT,
    );
    if (answer === undefined) return false;
    return this.install(answer === WITH ? "[toolchains]" : "");
  }

  private async install(extras: string): Promise<boolean> {
    const options = {
      location: vscode.ProgressLocation.Notification,
      title: "Installing lsp-judge",
      cancellable: true,
    };
    try {
      await vscode.window.withProgress(options, (progress, token) => {
        const stop = new AbortController();
        token.onCancellationRequested(() => stop.abort());
        return this.steps(extras, (message) => progress.report({ message }), stop.signal);
      });
    } catch (error) {
      await fs.rm(this.environment, { recursive: true, force: true });
      await this.tellFailure(error as Error);
      return false;
    }
    return true;
  }

  private async steps(extras: string, say: (text: string) => void, stopped: AbortSignal) {
    await this.removeAll();
    say("finding Python");
    const python = await this.python(stopped);
    say("making an environment");
    await this.run([python, "-m", "venv", this.environment], say, stopped);
    const pip = [path.join(programs(this.environment), "python"), "-m", "pip", "install"];
    const requirement = `${await this.requirement()}${extras}`;
    await this.run([...pip, "--disable-pip-version-check", requirement], say, stopped);
    await fs.access(serverIn(this.environment));
  }

  /** What an earlier version or an interrupted attempt left. */
  private async removeAll(): Promise<void> {
    const folder = this.context.globalStorageUri.fsPath;
    await fs.mkdir(folder, { recursive: true });
    for (const name of await fs.readdir(folder)) {
      if (!name.startsWith("server-")) continue;
      await fs.rm(path.join(folder, name), { recursive: true, force: true });
    }
  }

  private async python(stopped: AbortSignal): Promise<string> {
    for (const candidate of PYTHONS) {
      try {
        await run([candidate, "-c", NEW_ENOUGH], () => {}, stopped);
        return candidate;
      } catch (error) {
        if (stopped.aborted) throw error;
      }
    }
    throw new Failed(
      "Python 3.11 or newer with venv is needed, and none was found on PATH. On Debian and Ubuntu: sudo apt-get install python3-venv",
    );
  }

  /** The wheel that came with the extension, or else the package of the same version. */
  private async requirement(): Promise<string> {
    const dist = path.join(this.context.extensionPath, "dist");
    const wheel = (await fs.readdir(dist)).find((name) => name.endsWith(".whl"));
    const version = this.context.extension.packageJSON.version;
    return wheel === undefined ? `lsp-judge==${version}` : path.join(dist, wheel);
  }

  private run(command: string[], say: (text: string) => void, stopped: AbortSignal) {
    this.log.info(`$ ${command.join(" ")}`);
    const heard = (line: string) => {
      this.log.info(line);
      const [, name] = /^Collecting ([\w.-]+)/.exec(line) ?? [];
      if (name !== undefined) say(`fetching ${name}`);
      // pip says nothing more until the end, and there is much to unpack.
      if (line.startsWith("Installing")) say("unpacking everything, for up to a minute");
    };
    return run(command, heard, stopped);
  }

  private async tellFailure(error: Error): Promise<void> {
    this.log.error(error.message);
    const show = "Show the log";
    const answer = await vscode.window.showErrorMessage(
      `lsp-judge could not be installed: ${error.message}`,
      show,
    );
    if (answer === show) this.log.show();
  }
}
