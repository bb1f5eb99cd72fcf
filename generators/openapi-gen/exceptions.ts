import { type Diagnostic, diagnostic, type SourceSpan } from "../diagnostics/index.js";
import type { GeneratedFile, ViolationExceptions } from "../generator.js";
import type { Violation } from "./rules.js";

const prefix = "API rule violation: ";

/** The line of a violation: `API rule violation: list_type_missing,example.com/v1,DatabaseSpec,zones`. */
function lineOf(violation: Violation): string {
  const { rule, package: of, type, member } = violation;
  return `${prefix}${[rule, of, type, member].join(",")}`;
}

const accept = "npx plop regenerate -- --update-report";

/** What the report of violations comes to. */
export interface Report {
  readonly diagnostics: readonly Diagnostic[];
  /** The file of exceptions, where it is to be written. */
  readonly files: readonly GeneratedFile[];
}

/** Compares the violations that there are with those that the project accepts. */
export function reportOf(input: {
  readonly violations: readonly Violation[];
  readonly exceptions: ViolationExceptions | undefined;
}): Report {
  const { violations, exceptions } = input;
  if (exceptions?.update === true)
    return { diagnostics: [], files: updated({ violations, exceptions }) };
  const accepted = exceptionLines(exceptions);
  const known = new Set(accepted.map(({ text }) => text));
  const present = new Set(violations.map(lineOf));
  return {
    files: [],
    diagnostics: [
      ...violations.filter((one) => !known.has(lineOf(one))).map(problemOf),
      ...accepted.filter(({ text }) => !present.has(text)).map(staleException),
    ],
  };
}

function problemOf({ rule, name, span }: Violation): Diagnostic {
  switch (rule) {
    case "list_type_missing": {
      const hint = `add '// +listType=atomic' (or set, or map), or accept it: ${accept}`;
      return diagnostic("openapi/list-type-missing", { name }, { span, hint });
    }
    case "names_match": {
      const better = camelCased(name);
      const hint =
        better === "" ? `accept it: ${accept}` : `name it '${better}', or accept it: ${accept}`;
      return diagnostic("openapi/names-match", { name }, { span, hint });
    }
  }
}

/** `Foo-bar_baz` -> `fooBarBaz`, `URLPath` -> `urlPath`; nothing for what has no such letters. */
function camelCased(name: string): string {
  const words = name.split(/[^A-Za-z0-9]+/).filter((word) => word !== "");
  const joined = words
    .map((word, index) => (index === 0 ? word : word.charAt(0).toUpperCase() + word.slice(1)))
    .join("")
    .replace(/^\d+/, "");
  return joined.replace(/^[A-Z]+(?![a-z])|^[A-Z]/, (start) => start.toLowerCase());
}

/** A line of the file that is neither empty nor a comment. */
interface ExceptionLine {
  readonly text: string;
  /** With its line end, so that it can be taken out. */
  readonly span: SourceSpan;
}

function exceptionLines(exceptions: ViolationExceptions | undefined): readonly ExceptionLine[] {
  const { path: file = "", text = "" } = exceptions ?? {};
  return [...text.replace(/^\uFEFF/, " ").matchAll(/^([^\r\n]*)(\r?\n|$)/gm)].flatMap(
    ([whole, line = ""], index) => {
      const text = line.trim();
      const span = { file, line: index + 1, column: 1, length: whole.length };
      return text === "" || text.startsWith("#") ? [] : [{ text, span }];
    },
  );
}

function staleException({ text, span }: ExceptionLine): Diagnostic {
  const violation = text.startsWith(prefix) ? text.slice(prefix.length) : text;
  const hint = `remove the line, or write the file anew: ${accept}`;
  return diagnostic("openapi/unused-exception", { violation }, { span, hint, replacement: "" });
}

function updated(input: {
  readonly violations: readonly Violation[];
  readonly exceptions: ViolationExceptions;
}): readonly GeneratedFile[] {
  const { violations, exceptions } = input;
  const { path, text } = exceptions;
  const comments = (text ?? "").split(/\r?\n/).filter((line) => line.trim().startsWith("#"));
  const lines = [...comments, ...new Set(violations.map(lineOf).sort())];
  const content = lines.map((line) => `${line}\n`).join("");
  if (content === (text ?? "")) return [];
  return [{ path, content, owner: "user", ...(text !== undefined && { replaces: text }) }];
}
