// The Test Explorer's items, kept as the server says; an item that stays keeps its results.

import * as vscode from "vscode";
import type { LanguageClient } from "vscode-languageclient/node";
import type { CaseAt } from "./ask";
import type { Discovered, Item } from "./protocol";

export const CASE = new vscode.TestTag("case");

export class Tree {
  private readonly items = new Map<string, vscode.TestItem>();
  private readonly told = new Map<string, Item>();
  private count = 0;

  constructor(private readonly controller: vscode.TestController) {}

  get(id: string): vscode.TestItem | undefined {
    return this.items.get(id);
  }

  clear(): void {
    this.controller.items.replace([]);
    this.items.clear();
    this.told.clear();
  }

  /** Takes what was discovered; `below` is the item that was asked about, which stays. */
  update(found: Discovered, client: LanguageClient, below?: string): void {
    const stale = this.covered(found);
    for (const item of found.tests) {
      this.put(item, client);
      for (let id: string | undefined = item.id; id; id = this.told.get(id)?.parent ?? undefined) {
        stale.delete(id);
      }
    }
    if (below !== undefined) stale.delete(below);
    for (const id of stale) this.remove(id);
    for (const { id, kind } of [...this.told.values()]) {
      if (kind === "problem" && this.items.get(id)?.children.size === 0) this.remove(id);
    }
  }

  /** What the commands want to know of a case: its solution and its id there. */
  caseAt(id: string): CaseAt | undefined {
    const asked = this.told.get(id);
    for (let item = asked; item; item = this.told.get(item.parent ?? "")) {
      if (item.kind === "solution" && item.textDocument && asked?.kind === "case") {
        return { uri: item.textDocument.uri, case: asked.label.replace(/^case /, "") };
      }
    }
    return undefined;
  }

  /** The items that an answer is about: those that it does not name any more are gone. */
  private covered(found: Discovered): Set<string> {
    if (!found.scope && !found.scopeFile) return new Set(this.items.keys());
    const files = new Set(found.scopeFile?.map((each) => each.uri));
    const roots = new Set(found.scope);
    const covered = new Set<string>();
    for (const item of this.told.values()) {
      if (item.textDocument && files.has(item.textDocument.uri)) covered.add(item.id);
      for (let each: Item | undefined = item; each; each = this.told.get(each.parent ?? "")) {
        if (roots.has(each.id)) covered.add(item.id);
      }
    }
    return covered;
  }

  private put(item: Item, client: LanguageClient): void {
    const uri = item.textDocument
      ? client.protocol2CodeConverter.asUri(item.textDocument.uri)
      : undefined;
    const before = this.told.get(item.id);
    if (before && (before.parent !== item.parent || before.textDocument?.uri !== item.textDocument?.uri)) {
      this.remove(item.id);
    }
    let shown = this.items.get(item.id);
    if (shown === undefined) {
      shown = this.controller.createTestItem(item.id, item.label, uri);
      (this.items.get(item.parent ?? "")?.children ?? this.controller.items).add(shown);
      this.items.set(item.id, shown);
    }
    this.told.set(item.id, item);
    shown.label = item.label;
    shown.description = item.description ?? "";
    shown.canResolveChildren = item.canResolveChildren;
    shown.range = item.range ? client.protocol2CodeConverter.asRange(item.range) : undefined;
    shown.tags = item.kind === "case" ? [CASE] : [];
    // As the server has them, not by name: case 10 stands behind case 9.
    shown.sortText = String(this.count++).padStart(10, "0");
  }

  private remove(id: string): void {
    const item = this.items.get(id);
    if (item === undefined) return;
    const children: string[] = [];
    item.children.forEach((child) => children.push(child.id));
    children.forEach((child) => this.remove(child));
    (item.parent?.children ?? this.controller.items).delete(id);
    this.items.delete(id);
    this.told.delete(id);
  }
}
