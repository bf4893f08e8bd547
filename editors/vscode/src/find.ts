// Where the server is: the setting, the workspace's environment, PATH, what was installed.

import * as fs from "node:fs/promises";
import * as os from "node:os";
import * as path from "node:path";

const WINDOWS = process.platform === "win32";
const COMMAND = WINDOWS ? "lsp-judge.exe" : "lsp-judge";

export interface Places {
  /** The setting; empty where there is none. */
  setting: string;
  /** Folders whose environments may be used: none of a workspace that is not trusted. */
  folders: string[];
  /** The value of PATH. */
  path: string;
  /** The environment that this extension made. */
  installed: string;
}

/** The setting names a file that is not there. */
export class NotThere extends Error {}

/** The server's path, undefined where it is nowhere. Throws NotThere for a wrong setting. */
export async function findServer(places: Places): Promise<string | undefined> {
  if (places.setting) {
    const chosen = expanded(places.setting, places.folders);
    if (await isExecutable(chosen)) return chosen;
    throw new NotThere(`lspJudge.serverPath is ${chosen}, which is no program.`);
  }
  for (const candidate of candidates(places)) {
    if (await isExecutable(candidate)) return candidate;
  }
  return undefined;
}

/** Where an environment keeps its programs. */
export function programs(environment: string): string {
  return path.join(environment, WINDOWS ? "Scripts" : "bin");
}

/** The server within an environment. */
export function serverIn(environment: string): string {
  return path.join(programs(environment), COMMAND);
}

function* candidates(places: Places): Generator<string> {
  for (const folder of places.folders) {
    for (const name of [".venv", "venv"]) yield serverIn(path.join(folder, name));
  }
  for (const folder of places.path.split(path.delimiter)) {
    // A relative entry would be the workspace's to fill.
    if (path.isAbsolute(folder)) yield path.join(folder, COMMAND);
  }
  yield serverIn(places.installed);
}

function expanded(setting: string, folders: string[]): string {
  const home = setting.replace(/^~(?=[/\\])/, os.homedir());
  const full = home.replace("${workspaceFolder}", folders[0] ?? "");
  return path.isAbsolute(full) ? full : path.join(folders[0] ?? os.homedir(), full);
}

async function isExecutable(file: string): Promise<boolean> {
  try {
    await fs.access(file, fs.constants.X_OK);
    return (await fs.stat(file)).isFile();
  } catch {
    return false;
  }
}
