import { correction, diagnostic } from "../../diagnostics/index.js";
import type { MarkerValue } from "../source.js";
import { alternatives } from "./alternatives.js";
import type { CheckedValue } from "./check-word.js";
import type { ArgumentEntry } from "./entry.js";
import { type Scanned, scanStrings, scanValue, skipBlanks } from "./marker-value.js";
import type { TagProblem } from "./problem.js";

interface Context {
  readonly name: string;
  readonly text: string;
  /** Offset of the text in the tag. */
  readonly base: number;
  readonly schema: Readonly<Record<string, ArgumentEntry>>;
}

interface Argument {
  readonly name: string;
  /** Undefined where the value was wrong. */
  readonly value: MarkerValue | undefined;
  readonly problems: readonly TagProblem[];
  readonly end: number;
}

const argumentName = /^[\w.-]*/;

/** Reads `path=dbs,scope=Cluster` by the tag's arguments. */
export function checkArguments(input: {
  readonly name: string;
  readonly value: { readonly text: string; readonly at: number };
  readonly schema: Readonly<Record<string, ArgumentEntry>>;
}): CheckedValue {
  const { name, schema } = input;
  const context: Context = { name, text: input.value.text, base: input.value.at, schema };
  const problems: TagProblem[] = [];
  const values = new Map<string, MarkerValue>();
  const seen = new Set<string>();
  for (let at = 0; at < context.text.length; ) {
    const argument = readArgument(context, at);
    problems.push(...argument.problems);
    if (seen.has(argument.name)) {
      problems.push(repeated(context, { name: argument.name, at }));
    }
    seen.add(argument.name);
    if (argument.value !== undefined) {
      values.set(argument.name, argument.value);
    }
    at = argument.end;
  }
  // A misspelt argument is not missing, too.
  const missing = problems.length > 0 ? [] : missingArguments({ name, schema, seen });
  return { problems: [...problems, ...missing], arguments: Object.fromEntries(values) };
}

function missingArguments(input: {
  readonly name: string;
  readonly schema: Readonly<Record<string, ArgumentEntry>>;
  readonly seen: ReadonlySet<string>;
}): readonly TagProblem[] {
  return Object.entries(input.schema)
    .filter(([argument, entry]) => entry.required === true && !input.seen.has(argument))
    .map(([argument]) => ({
      toDiagnostic: (place) =>
        diagnostic(
          "tag/argument-missing",
          { tag: input.name, argument },
          { ...place, hint: `add '${argument}=...'` },
        ),
    }));
}

function readArgument(context: Context, start: number): Argument {
  const { text, schema } = context;
  const at = skipBlanks({ text, at: start });
  const name = argumentName.exec(text.slice(at))?.[0] ?? "";
  const equals = skipBlanks({ text, at: at + name.length });
  if (name === "" || text[equals] !== "=") {
    const end = nextComma({ text, at });
    const written = text.slice(at, end).trim();
    const hint = `write '${name === "" ? "name" : name}=...'`;
    const problem = { context, at, end, problem: `'${written}' is not name=value`, hint };
    return { name, value: undefined, problems: [malformed(problem)], end: end + 1 };
  }
  const entry = Object.hasOwn(schema, name) ? schema[name] : undefined;
  if (entry === undefined) {
    const end = nextComma({ text, at: equals });
    return {
      name,
      value: undefined,
      problems: [unknownArgument(context, { name, at })],
      end: end + 1,
    };
  }
  const first = skipBlanks({ text, at: equals + 1 });
  const scanned: Scanned<MarkerValue> =
    text[first] === ","
      ? { ok: true, value: "", end: first }
      : scanValue({ text, at: first }, entry.type);
  if (!scanned.ok) {
    const end = nextComma({ text, at: scanned.at });
    const problem = { context, at: scanned.at, end, problem: scanned.problem };
    return { name, value: undefined, problems: [malformed(problem)], end: end + 1 };
  }
  const behind = skipBlanks({ text, at: scanned.end });
  if (behind < text.length && text[behind] !== ",") {
    const end = nextComma({ text, at: behind });
    const hint =
      "arguments are separated by ','; a value with blanks or separators stands in quotes";
    const what = `text behind the value of '${name}'`;
    const problem = { context, at: behind, end, problem: what, hint };
    return { name, value: scanned.value, problems: [malformed(problem)], end: end + 1 };
  }
  const written = { name, at: equals + 1, end: scanned.end, value: scanned.value, entry };
  return {
    name,
    value: scanned.value,
    problems: checkOneOf(context, written),
    end: behind + 1,
  };
}

interface WrittenArgument {
  readonly name: string;
  readonly at: number;
  readonly end: number;
  readonly value: MarkerValue;
  readonly entry: ArgumentEntry;
  /** Of a list. */
  readonly item?: true;
}

function checkOneOf(context: Context, input: WrittenArgument): readonly TagProblem[] {
  const { text } = context;
  const items = input.entry.type === "strings" ? scanStrings({ text, at: input.at }) : undefined;
  if (items?.ok === true && items.value.length > 0) {
    return items.value.flatMap((item) => checkWritten(context, { ...input, ...item, item: true }));
  }
  return checkWritten(context, { ...input, value: items === undefined ? input.value : "" });
}

/** A value, or an item of a list: whether it is there, and one of those that are known. */
function checkWritten(context: Context, input: WrittenArgument): readonly TagProblem[] {
  const { name, value, entry } = input;
  const at = skipBlanks({ text: context.text, at: input.at });
  // controller-gen has no empty items: what separates them is the beginning of the next one.
  const isNone = input.item === true && /[;,]/.test(context.text[at] ?? "");
  const length = isNone ? 1 : Math.max(1, input.end - at);
  const part = { at: context.base + at, length };
  if (isNone || value === "" || (Array.isArray(value) && value.includes(""))) {
    // `""` and `` are a value where an empty one means something.
    const isQuoted = input.end - at === 2;
    if (entry.empty === true && isQuoted) return [];
    const hint = entry.empty === true ? `write '${name}=""' for the empty one` : undefined;
    return [
      {
        ...part,
        toDiagnostic: (place) =>
          diagnostic(
            "tag/value-missing",
            { tag: `${context.name}:${name}` },
            { ...place, hint: hint ?? `write the value behind '${name}='` },
          ),
      },
    ];
  }
  const { oneOf } = entry;
  if (oneOf === undefined || (typeof value === "string" && isOneOf({ ...entry, oneOf, value }))) {
    return [];
  }
  const word = String(value);
  return [
    {
      ...part,
      toDiagnostic: (place) =>
        diagnostic(
          "tag/value",
          { tag: `${context.name}:${name}`, problem: `'${word}'` },
          {
            ...place,
            ...(correction({ word, candidates: oneOf }) ?? {
              hint: `write ${alternatives(oneOf)}`,
            }),
          },
        ),
    },
  ];
}

function isOneOf(input: {
  readonly value: string;
  readonly oneOf: readonly string[];
  readonly anyCase?: true;
}): boolean {
  const { value, oneOf } = input;
  return input.anyCase === true
    ? oneOf.some((one) => one.toLowerCase() === value.toLowerCase())
    : oneOf.includes(value);
}

/** The end of what cannot be read: the next comma, or the end of the text. */
function nextComma(input: { readonly text: string; readonly at: number }): number {
  const comma = input.text.indexOf(",", input.at);
  return comma === -1 ? input.text.length : comma;
}

function malformed(input: {
  readonly context: Context;
  readonly at: number;
  readonly end: number;
  readonly problem: string;
  readonly hint?: string;
}): TagProblem {
  const { context, at, end, problem, hint } = input;
  return {
    at: context.base + at,
    length: Math.max(1, end - at),
    toDiagnostic: (place) =>
      diagnostic("tag/malformed", { tag: context.name, problem }, { ...place, hint }),
  };
}

function unknownArgument(
  context: Context,
  input: { readonly name: string; readonly at: number },
): TagProblem {
  const candidates = Object.keys(context.schema);
  return {
    at: context.base + input.at,
    length: input.name.length,
    toDiagnostic: (place) =>
      diagnostic(
        "tag/argument",
        { tag: context.name, argument: input.name },
        {
          ...place,
          ...(correction({ word: input.name, candidates }) ?? {
            hint: `it has ${alternatives(candidates)}`,
          }),
        },
      ),
  };
}

function repeated(
  context: Context,
  input: { readonly name: string; readonly at: number },
): TagProblem {
  return {
    at: context.base + input.at,
    length: Math.max(1, input.name.length),
    toDiagnostic: (place) =>
      diagnostic("tag/repeated", { tag: `${context.name}:${input.name}` }, { ...place }),
  };
}
