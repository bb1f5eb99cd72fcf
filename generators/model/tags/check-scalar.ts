import { diagnostic } from "../../diagnostics/index.js";
import { type CheckedValue, checkWord, type ValueInput, wrong } from "./check-word.js";
import { scanScalar } from "./code-tag.js";
import type { TagEntry, TagValue } from "./entry.js";

const kinds = ["word", "string", "integer", "any"] as const;

type ScalarKind = Extract<TagValue, { readonly kind: (typeof kinds)[number] }>;

/** Whether validation-gen takes one value: a name, a string, an integer, true or false. */
export function isScalarKind(value: TagValue): value is ScalarKind {
  return kinds.some((kind) => kind === value.kind);
}

/** Checks the one value of a tag of validation-gen. */
export function checkScalar(kind: ScalarKind, input: ValueInput): CheckedValue {
  const { name, value } = input;
  const scanned = scanScalar({ text: value.text, at: 0 });
  if (!scanned.ok) {
    const part = { at: value.at + scanned.at, length: scanned.length };
    return problemAt({ name, ...part, problem: scanned.problem });
  }
  if (scanned.end < value.text.length) {
    const rest = value.text.slice(scanned.end).trimStart().length;
    const part = { at: value.at + value.text.length - rest, length: rest };
    return problemAt({
      name,
      ...part,
      problem: "text behind the value",
      hint: kind.kind === "integer" ? "write an integer" : "put the value in quotes",
    });
  }
  if (kind.kind === "integer" && typeof scanned.value !== "number") {
    return wrong({ ...input, problem: `'${value.text}' is not an integer` });
  }
  if (kind.kind === "string" && typeof scanned.value !== "string") {
    return wrong({
      ...input,
      problem: `${value.text} is no string`,
      hint: `write '"${value.text}"'`,
    });
  }
  return kind.kind === "word"
    ? checkWord({ ...input, written: String(scanned.value), oneOf: kind.oneOf })
    : { problems: [] };
}

/**
 * The value of a tag as generators read it: words without quotes and integers in decimal, where validation-gen lets them be written in
 * other ways.
 */
export function plainValue(input: { readonly entry: TagEntry; readonly text: string }): string {
  const { entry, text } = input;
  const { kind } = entry.value;
  if (entry.tool !== "validation-gen" || (kind !== "word" && kind !== "integer")) return text;
  const scanned = scanScalar({ text, at: 0 });
  return scanned.ok && scanned.end === text.length ? String(scanned.value) : text;
}

function problemAt(input: {
  readonly name: string;
  readonly at: number;
  readonly length: number;
  readonly problem: string;
  readonly hint?: string;
}): CheckedValue {
  const { name, at, length, problem, hint } = input;
  return {
    problems: [
      {
        at,
        length,
        toDiagnostic: (place) =>
          diagnostic("tag/malformed", { tag: name, problem }, { ...place, hint }),
      },
    ],
  };
}
