import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

function messagesOf(input: { readonly file: string; readonly text?: string }): string[] {
  const { file, text } = input;
  const options: ts.CompilerOptions = {
    strict: true,
    noEmit: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    skipLibCheck: true,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ["node"],
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (name) => (text !== undefined && name === file) || fileExists(name);
  host.getSourceFile = (name, ...rest) =>
    text !== undefined && name === file
      ? ts.createSourceFile(name, text, ts.ScriptTarget.ES2023)
      : getSourceFile(name, ...rest);
  const program = ts.createProgram([file], options, host);
  return ts
    .getPreEmitDiagnostics(program)
    .map((found) => ts.flattenDiagnosticMessageText(found.messageText, "\n"));
}

describe("meta types", () => {
  it("hold as meta.types.ts says", () => {
    expect(messagesOf({ file: here("meta.types.ts") })).toEqual([]);
  });

  it("make tsc name the member that stale generated code does not know", () => {
    const text = `
      import type { ExactMembers, UpToDate } from "../../src/meta/index.js";
      interface Spec { engine: string; size?: number; labels: Record<string, string> }
      export type Added = UpToDate<ExactMembers<Spec, "engine", "labels">>;
      export type Gone = UpToDate<ExactMembers<Spec, "engine" | "size" | "port", "labels">>;
      export type Changed = UpToDate<ExactMembers<Spec, "engine" | "size" | "labels">>;
    `;
    expect(messagesOf({ file: here("stale.ts"), text })).toEqual([
      `Type '"member 'size' is not known to the generated code: run plop regenerate"' does not satisfy the constraint 'true'.`,
      `Type '"member 'port' is gone from the type: run plop regenerate"' does not satisfy the constraint 'true'.`,
      `Type '"the type of member 'labels' has changed: run plop regenerate"' does not satisfy the constraint 'true'.`,
    ]);
  });
});
