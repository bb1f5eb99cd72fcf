import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

/** The repository's root folder. */
export const root = fileURLToPath(new URL("../..", import.meta.url));

/** One import, export-from, import() or require() of a file. */
export interface Import {
  readonly file: string;
  /** As it stands in the source. */
  readonly specifier: string;
  /** The imported file, from the root; undefined for a package or a built-in module. */
  readonly target: string | undefined;
}

/** Files of the working tree that are tracked, or new and not ignored: posix paths from the root, in order. */
export function listFiles(pattern: RegExp): readonly string[] {
  const listed = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], {
    cwd: root,
    encoding: "utf8",
    maxBuffer: 2 ** 26,
  });
  const names = new Set(listed.split("\0").filter((name) => pattern.test(name)));
  return [...names].filter((name) => existsSync(join(root, name))).sort();
}

export function readText(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** Every module that a source file names, types included. */
export function importsOf(file: string): readonly Import[] {
  const source = ts.createSourceFile(file, readText(file), ts.ScriptTarget.Latest);
  const specifiers: string[] = [];
  const visit = (node: ts.Node): void => {
    const name = moduleName(node);
    if (name !== undefined && ts.isStringLiteralLike(name)) specifiers.push(name.text);
    ts.forEachChild(node, visit);
  };
  visit(source);
  return specifiers.map((specifier) => ({ file, specifier, target: resolve({ file, specifier }) }));
}

function moduleName(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument))
    return node.argument.literal;
  if (!ts.isCallExpression(node)) return undefined;
  const { expression } = node;
  const loads =
    expression.kind === ts.SyntaxKind.ImportKeyword ||
    (ts.isIdentifier(expression) && expression.text === "require") ||
    (ts.isPropertyAccessExpression(expression) && expression.name.text === "resolve");
  return loads ? node.arguments[0] : undefined;
}

function resolve(input: { readonly file: string; readonly specifier: string }): string | undefined {
  if (!input.specifier.startsWith(".")) return undefined;
  const path = posix.join(posix.dirname(input.file), input.specifier);
  return path.replace(/\.js$/, ".ts");
}
