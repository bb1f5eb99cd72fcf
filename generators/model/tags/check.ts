import { correction, diagnostic } from "../../diagnostics/index.js";
import { checkArguments } from "./check-arguments.js";
import { checkChained } from "./check-chained.js";
import { checkParentheses } from "./check-parentheses.js";
import { checkScalar, isScalarKind } from "./check-scalar.js";
import { type CheckedValue, checkWord, fine, type ValueInput, wrong } from "./check-word.js";
import {
  inexactNumber,
  inexactProblem,
  readDefault,
  readPrintedJson,
  shortened,
} from "./default.js";
import type { TagTarget, TagValue } from "./entry.js";
import { readGroupVersionKind, readRelease } from "./lifecycle.js";
import { scanValue } from "./marker-value.js";
import { unknownKeyword } from "./openapi-keywords.js";
import { readPresence } from "./presence.js";
import type { TagProblem } from "./problem.js";
import type { TagText } from "./tag-text.js";

/** A tag whose name the table knows. */
export type KnownTagText = TagText & { readonly entry: NonNullable<TagText["entry"]> };

/** Nobody writes more tags behind one another, and the stack is finite. */
const longestChain = 100;

/** Compares what stands behind the name with the grammar of the tag's entry. */
export function checkValue(input: {
  readonly tag: KnownTagText;
  readonly target: TagTarget;
}): CheckedValue {
  const { tag, target } = input;
  const name = `+${tag.name}`;
  if (tag.rest !== undefined) {
    return { problems: [restProblem({ name, tag, rest: tag.rest })] };
  }
  const parentheses = checkParentheses(tag);
  if (parentheses.length > 0) {
    return { problems: parentheses };
  }
  const keyword = tag.entry.name === "k8s:validation:*" ? unknownKeyword(tag.name) : undefined;
  if (keyword !== undefined) {
    return { problems: [keyword] };
  }
  const { kind } = tag.entry.value;
  if (tag.value === undefined) {
    if (kind === "arguments") {
      const value = { text: "", at: tag.name.length };
      return checkArguments({ name, value, schema: tag.entry.value.arguments });
    }
    return mayBeMissing(tag.entry.value) ? fine : missing(tag);
  }
  if (tag.value.text === "" && kind !== "arguments") {
    return kind === "none"
      ? unexpected({ name, at: tag.value.at - 1, length: 1 })
      : mayBeEmpty(tag.entry.value)
        ? fine
        : missing(tag);
  }
  const blanks = blanksProblem(tag);
  if (blanks !== undefined) {
    return { problems: [blanks] };
  }
  const written = { name, value: tag.value, target };
  return tag.entry.tool === "validation-gen" && isScalarKind(tag.entry.value)
    ? checkScalar(tag.entry.value, written)
    : checkKind(tag.entry.value, written);
}

function restProblem(input: {
  readonly name: string;
  readonly tag: KnownTagText;
  readonly rest: { readonly text: string; readonly at: number };
}): TagProblem {
  const { name, rest } = input;
  const open = rest.text.startsWith("(");
  const problem = open ? "the parenthesis does not close" : "text behind the name";
  return {
    at: rest.at,
    length: rest.text.length,
    toDiagnostic: (place) =>
      diagnostic(
        "tag/malformed",
        { tag: name, problem },
        { ...place, hint: open ? "add ')'" : restHint(input) },
      ),
  };
}

/** The grammar of validation-gen's rules has no blanks behind `=`; the other grammars pass over them. */
function blanksProblem(tag: KnownTagText): TagProblem | undefined {
  const { name, entry, value, parentheses } = tag;
  const { blanks = 0, at = 0, text = "" } = value ?? {};
  const isRule = isScalarKind(entry.value) || entry.value.kind === "tag";
  if (blanks === 0 || entry.tool !== "validation-gen" || !isRule) return undefined;
  const problem = "a blank behind '='";
  const head = parentheses === undefined ? name : `${name}(${parentheses})`;
  const advice = { hint: `write '+${head}=${text}'`, replacement: "" };
  return {
    at: at - blanks,
    length: blanks,
    toDiagnostic: (place) =>
      diagnostic("tag/malformed", { tag: `+${name}`, problem }, { ...place, ...advice }),
  };
}

/** Blanks around `=` and a wrong sign behind the name are told from remarks. */
function restHint(input: {
  readonly name: string;
  readonly tag: KnownTagText;
  readonly rest: { readonly text: string };
}): string {
  const { name, rest } = input;
  const { kind } = input.tag.entry.value;
  const value = rest.text.replace(/^[\s=:,;]+/, "");
  if (value === "" || (kind === "none" && rest.text.startsWith("="))) {
    return `write '${name}'`;
  }
  if (kind === "arguments" && value.includes("=")) {
    return `write '${name}:${value}'`;
  }
  if (rest.text.startsWith("=") && kind !== "arguments") {
    return `write '${name}=${value}'`;
  }
  return /(?:^|[\s,;/])\+[A-Za-z_]/.test(rest.text)
    ? "put each tag on a line of its own"
    : "put remarks on a line of their own";
}

function mayBeMissing(value: TagValue): boolean {
  return (
    value.kind === "none" || value.kind === "flag" || (value.kind === "text" && value.bare === true)
  );
}

function mayBeEmpty(value: TagValue): boolean {
  return value.kind === "text" && value.empty === true;
}

function missing({ name, entry }: KnownTagText): CheckedValue {
  return {
    problems: [
      {
        toDiagnostic: (place) =>
          diagnostic(
            "tag/value-missing",
            { tag: `+${name}` },
            { ...place, hint: `for example '${entry.example}'` },
          ),
      },
    ],
  };
}

function unexpected(input: {
  readonly name: string;
  readonly at: number;
  readonly length: number;
}): CheckedValue {
  const { name, at, length } = input;
  return {
    problems: [
      {
        at,
        length,
        toDiagnostic: (place) =>
          diagnostic("tag/value-unexpected", { tag: name }, { ...place, hint: `write '${name}'` }),
      },
    ],
  };
}

function checkKind(kind: TagValue, input: ValueInput): CheckedValue {
  const { name, value } = input;
  switch (kind.kind) {
    case "none":
      return unexpected({ name, at: value.at - 1, length: value.text.length + 1 });
    case "flag":
    case "boolean":
      return checkWord({ ...input, oneOf: ["true", "false"] });
    case "word":
      return checkWord({ ...input, oneOf: kind.oneOf });
    case "words":
      return checkWords({ ...input, ...kind });
    case "deepcopy":
      return checkDeepCopy(input);
    case "defaulter":
      return checkDefaulter(input);
    case "conversion":
      return input.target === "package" ? fine : checkWord({ ...input, oneOf: ["false"] });
    case "release":
      return checkRelease(input);
    case "groupVersionKind":
      return checkGroupVersionKind(input);
    case "default":
      return checkDefault(input);
    case "string":
    case "integer":
    case "number":
    case "list":
    case "any":
      return checkMarker({ ...input, type: kind.kind });
    case "json":
      return checkJson({ ...input, of: kind.of });
    case "presence":
      return checkPresence(input);
    case "tag":
      if (value.text.split("=+").length > longestChain) {
        return wrong({ ...input, problem: "too many tags behind one another", hint: undefined });
      }
      return value.text.startsWith("+")
        ? checkChained({ value, checkValue })
        : wrong({ ...input, problem: `'${value.text}' is no tag`, hint: "write '+' and a tag" });
    case "validation":
      return checkValidation(input);
    case "arguments":
      return checkArguments({ name, value, schema: kind.arguments });
    case "text":
      return checkText({ ...input, kind });
    case "typeNames":
    case "method":
      return fine;
  }
}

function checkText(
  input: ValueInput & { readonly kind: Extract<TagValue, { readonly kind: "text" }> },
): CheckedValue {
  const { value, kind } = input;
  if (kind.pattern?.test(value.text) !== false) return fine;
  const hint = `it has letters, digits and '.', '_' or '-' between them`;
  return wrong({ ...input, problem: `'${value.text}' is no name`, hint });
}

function checkWords(
  input: ValueInput & { readonly oneOf: readonly string[]; readonly areVerbs?: true },
): CheckedValue {
  const { name, value, oneOf, areVerbs } = input;
  const problems: TagProblem[] = [];
  let at = value.at;
  for (const part of value.text.split(",")) {
    const word = part.trim();
    if (!oneOf.includes(word)) {
      const what = areVerbs ? "verbs" : "words";
      const advice = correction({ word, candidates: oneOf }) ?? {
        hint: `the ${what} are ${oneOf.join(", ")}`,
      };
      problems.push({
        at: at + (word === "" ? 0 : part.indexOf(word)),
        length: Math.max(1, word.length),
        toDiagnostic: (place) =>
          areVerbs
            ? diagnostic("tag/verb", { verb: word }, { ...place, ...advice })
            : diagnostic("tag/value", { tag: name, problem: `'${word}'` }, { ...place, ...advice }),
      });
    }
    at += part.length + 1;
  }
  return { problems };
}

function checkPresence(input: ValueInput): CheckedValue {
  const { name, value } = input;
  const read = readPresence(value.text);
  if (read.ok) return fine;
  const { at, length, problem } = read;
  const toDiagnostic: TagProblem["toDiagnostic"] = (place) =>
    diagnostic("tag/value", { tag: name, problem }, { ...place, hint: presenceHint });
  return { problems: [{ at: value.at + at, length, toDiagnostic }] };
}

const presenceHint = "write names with '&&', '||', '!' and '()', or 'oneOf(a; b)'";

function checkDeepCopy(input: ValueInput): CheckedValue {
  const { value, target } = input;
  if (target === "type") {
    return checkWord({ ...input, oneOf: ["true", "false"] });
  }
  // `register` asked deepcopy-gen to register the copies; it has long been without effect.
  return /^(?:false|package(?:,register(?:=(?:true|false))?)?)$/.test(value.text)
    ? fine
    : checkWord({ ...input, oneOf: ["package", "false"] });
}

function checkDefaulter(input: ValueInput): CheckedValue {
  const { value, target } = input;
  if (target === "package") {
    return /^[\p{L}_$][\p{L}\p{N}_$-]*$/u.test(value.text) && value.text !== "true"
      ? fine
      : wrong({ ...input, problem: `'${value.text}'`, hint: "write 'TypeMeta' or 'false'" });
  }
  return checkWord({ ...input, oneOf: target === "function" ? ["covers"] : ["true", "false"] });
}

function checkRelease(input: ValueInput): CheckedValue {
  const { text } = input.value;
  return readRelease(text) === undefined
    ? wrong({ ...input, problem: `'${text}'`, hint: "write two numbers: '1.37'" })
    : fine;
}

function checkGroupVersionKind(input: ValueInput): CheckedValue {
  const { text } = input.value;
  const hint = "write group, version and kind: 'example.com,v2,Database'";
  return readGroupVersionKind(text) === undefined
    ? wrong({ ...input, problem: `'${text}'`, hint })
    : fine;
}

function checkValidation(input: ValueInput): CheckedValue {
  const { text } = input.value;
  if (input.target !== "package") {
    return checkWord({ ...input, oneOf: ["true", "false"] });
  }
  if (/^(?:\*|false|TypesWith(?:Field|Suffix)=[\p{L}_$][\p{L}\p{N}_$-]*)$/u.test(text)) {
    return fine;
  }
  // What code-generator took before 1.37.
  const name = /^[\p{Lu}][\p{L}\p{N}]*$/u.test(text) ? text : "TypeMeta";
  return wrong({ ...input, problem: `'${text}'`, hint: `write 'TypesWithField=${name}'` });
}

function checkDefault(input: ValueInput): CheckedValue {
  const read = readDefault(input.value.text);
  return read.kind === "wrong" ? wrong({ ...input, ...read }) : fine;
}

function checkJson(
  input: ValueInput & { readonly of: "array" | "object" | "string" },
): CheckedValue {
  const { value, of } = input;
  const read = readPrintedJson(value.text);
  if (read.kind === "wrong") return wrong({ ...input, ...read });
  const found = Array.isArray(read.value)
    ? "array"
    : read.value === null
      ? "null"
      : typeof read.value;
  if (found === of) return fine;
  const wanted = { array: "a JSON array", object: "a JSON object", string: "a JSON string" }[of];
  const hint = of === "string" ? `write '${JSON.stringify(value.text)}'` : undefined;
  return wrong({ ...input, problem: `'${shortened(value.text)}' is no ${wanted.slice(2)}`, hint });
}

function checkMarker(
  input: ValueInput & { readonly type: "string" | "integer" | "number" | "list" | "any" },
): CheckedValue {
  const { name, value, type } = input;
  const scanned = scanValue({ text: value.text, at: 0 }, type);
  if (!scanned.ok) {
    return wrong({ ...input, problem: scanned.problem, hint: undefined });
  }
  // What is a number to controller-gen is one of 64 bits there, too; all else is as it is written.
  const inexact = type === "number" || type === "string" ? undefined : inexactNumber(value.text);
  if (inexact !== undefined) {
    const keyword = name.slice(name.lastIndexOf(":") + 1);
    const { problem, hint } = inexactProblem({ number: inexact, keyword });
    return wrong({ ...input, problem, hint: type === "integer" ? undefined : hint });
  }
  if (scanned.end >= value.text.length) {
    return fine;
  }
  return {
    problems: [
      {
        at: value.at + scanned.end,
        length: value.text.length - scanned.end,
        toDiagnostic: (place) =>
          diagnostic(
            "tag/malformed",
            { tag: name, problem: "text behind the value" },
            { ...place, hint: "put the value in quotes" },
          ),
      },
    ],
  };
}
