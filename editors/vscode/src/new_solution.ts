// Judge: New solution: a problem, a language, a file to begin with.

import * as vscode from "vscode";
import type { Ask } from "./ask";
import type { NewSolution, Problem } from "./protocol";

const TITLES: Record<string, string> = {
  c: "C",
  cpp: "C++",
  go: "Go",
  python: "Python",
  rust: "Rust",
  zig: "Zig",
};

export async function newSolution(ask: Ask): Promise<void> {
  const problem = await pickProblem(ask.command<Problem[]>("problems"));
  if (problem === undefined) return;
  const language = await pickLanguage(problem);
  if (language === undefined) return;
  const begun = await ask.command<NewSolution>("newSolution", { problem: problem.id, language });
  const document = await opened(begun, language);
  if (document !== undefined) await vscode.window.showTextDocument(document);
}

async function pickProblem(problems: Promise<Problem[]>): Promise<Problem | undefined> {
  const items = problems.then((known) =>
    known.map((problem) => ({ label: problem.title, description: problem.id, problem })),
  );
  const options = { title: "New solution: which problem?", matchOnDescription: true };
  return (await vscode.window.showQuickPick(items, options))?.problem;
}

async function pickLanguage(problem: Problem): Promise<string | undefined> {
  const items = problem.languages.map((id) => ({ label: TITLES[id] ?? id, id }));
  const options = { title: `${problem.title}: in which language?` };
  return (await vscode.window.showQuickPick(items, options))?.id;
}

/** A file in the workspace, or a document without a file where there is no workspace. */
async function opened(begun: NewSolution, language: string) {
  const content = begun.text;
  if (!vscode.workspace.workspaceFolders?.length) {
    return vscode.workspace.openTextDocument({ content, language });
  }
  const [first, ...others] = vscode.workspace.workspaceFolders;
  const folder = others.length ? await vscode.window.showWorkspaceFolderPick() : first;
  if (folder === undefined) return undefined;
  const uri = await unused(folder.uri, begun.fileName);
  await vscode.workspace.fs.writeFile(uri, new TextEncoder().encode(content));
  return vscode.workspace.openTextDocument(uri);
}

/** The name, with a number where a file has it already: nothing is overwritten. */
async function unused(folder: vscode.Uri, fileName: string): Promise<vscode.Uri> {
  const [, stem, ending] = /^(.*?)(\.[^.]*)?$/.exec(fileName) as unknown as [string, string, string];
  for (let number = 1; ; number++) {
    const name = number === 1 ? fileName : `${stem}_${number}${ending ?? ""}`;
    const uri = vscode.Uri.joinPath(folder, name);
    if (!(await exists(uri))) return uri;
  }
}

async function exists(uri: vscode.Uri): Promise<boolean> {
  try {
    await vscode.workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
