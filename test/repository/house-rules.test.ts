import ts from "typescript";
import { expect, it } from "vitest";
import { listFiles, readText } from "./sources.js";

const shipped = listFiles(/^(generators\/.*|plopfile|packages\/[^/]+\/src\/.*)\.ts$/);

/** Finds nodes; each is shown with its place. */
function find(input: {
  readonly files: readonly string[];
  readonly matches: (node: ts.Node) => boolean;
}): readonly string[] {
  return input.files.flatMap((file) => {
    const source = ts.createSourceFile(file, readText(file), ts.ScriptTarget.Latest, true);
    const found: string[] = [];
    const visit = (node: ts.Node): void => {
      if (input.matches(node)) {
        const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
        const [text] = node.getText(source).split("\n");
        found.push(`${file}:${line + 1} ${text}`);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
    return found;
  });
}

it("prints and exits in cli.ts alone", () => {
  const outside = shipped.filter((file) => file !== "generators/cli.ts");
  const matches = (node: ts.Node): boolean =>
    ts.isPropertyAccessExpression(node) &&
    ts.isIdentifier(node.expression) &&
    (node.expression.text === "console" ||
      (node.expression.text === "process" &&
        ["exit", "exitCode", "stdout", "stderr", "stdin"].includes(node.name.text)));
  expect(find({ files: outside, matches })).toEqual([]);
});

it("has no default exports but the plopfile's", () => {
  const matches = (node: ts.Node): boolean =>
    (ts.isExportAssignment(node) && node.isExportEquals !== true) ||
    (ts.canHaveModifiers(node) &&
      (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword));
  expect(find({ files: shipped.filter((file) => file !== "plopfile.ts"), matches })).toEqual([]);
});

it("has no variable state in a module", () => {
  const matches = (node: ts.Node): boolean =>
    ts.isVariableStatement(node) &&
    ts.isSourceFile(node.parent) &&
    (node.declarationList.flags & (ts.NodeFlags.Const | ts.NodeFlags.Let)) !== ts.NodeFlags.Const &&
    !(ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.DeclareKeyword);
  expect(find({ files: shipped, matches })).toEqual([]);
});

it("keeps imports and logic out of its templates", () => {
  // Scaffolded files become the user's, so their templates are the files as they will stand.
  const templates = listFiles(/^templates\/(?!project|apigroup)[a-z-]+-gen\/.*\.hbs$/);
  expect(templates).not.toEqual([]);
  const bad = templates.flatMap((file) =>
    readText(file)
      .split("\n")
      .filter((line) => /^import\s/.test(line) || logic.test(line))
      .map((line) => `${file}: ${line}`),
  );
  expect(bad).toEqual([]);
});

/**
 * Blocks beyond if, unless, each and our line wrapping; a choice of more than two; a helper called inside a helper. Naming
 * another template by a field of the view is how a choice of many is made: `{{> (partial copy.template) copy}}`.
 */
const logic =
  /\{\{~?#(?!(if|unless|each|wrap)\b)|\{\{~?else\s+\w|\{\{(?!> \(partial [\w.]+\) )[^}]*\(/;
