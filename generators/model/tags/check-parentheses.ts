import { correction, diagnostic } from "../../diagnostics/index.js";
import { alternatives } from "./alternatives.js";
import { scanArguments, type TagArgument } from "./code-tag.js";
import type { Parentheses, TagEntry } from "./entry.js";
import type { TagProblem } from "./problem.js";

interface Input {
  readonly name: string;
  readonly entry: TagEntry;
  readonly parentheses: string | undefined;
}

interface Written extends Input {
  readonly text: string;
  /** Offset of what is in the parentheses. */
  readonly base: number;
  readonly allowed: Parentheses;
}

/** Compares what stands in parentheses behind a tag's name with its entry. */
export function checkParentheses(input: Input): readonly TagProblem[] {
  const { name, entry, parentheses: text } = input;
  const { parentheses: allowed } = entry;
  if (text === undefined) {
    if (allowed?.required !== true) return [];
    const hint = `write '+${name}(${allowed.shape})'`;
    return [malformed({ input, problem: "its argument is missing", hint })];
  }
  const base = name.length + 1;
  if (allowed === undefined) {
    const part = { at: base - 1, length: text.length + 2 };
    const hint = `write '${entry.example}'`;
    return [malformed({ input, part, problem: "it takes nothing in parentheses", hint })];
  }
  return checkArguments({ ...input, text, base, allowed });
}

function checkArguments(input: Written): readonly TagProblem[] {
  const { name, text, base, allowed } = input;
  const scanned = scanArguments(text);
  if (!scanned.ok) {
    const part = { at: base + scanned.at, length: scanned.length };
    const hint = `write '+${name}(${allowed.shape})'`;
    return [malformed({ input, part, problem: scanned.problem, hint })];
  }
  const [first] = scanned.arguments;
  if (first === undefined && allowed.required) {
    const part = { at: base - 1, length: text.length + 2 };
    const hint = `write '+${name}(${allowed.shape})'`;
    return [malformed({ input, part, problem: "its argument is missing", hint })];
  }
  return scanned.arguments.flatMap((argument, at) => {
    const before = scanned.arguments.slice(0, at);
    return checkArgument({ ...input, argument, before }) ?? [];
  });
}

function checkArgument(
  input: Written & { readonly argument: TagArgument; readonly before: readonly TagArgument[] },
): TagProblem | undefined {
  const { name: tag, argument, before, allowed, base } = input;
  const { name, at } = argument;
  const { names } = allowed;
  const unnamed = names !== "any" && names.length === 0;
  const part = { at: base + at, length: name?.length ?? Math.max(1, input.text.length - at) };
  const isAlone = name === undefined && allowed.unnamed === true;
  if ((name === undefined) !== unnamed && !isAlone) {
    const problem = unnamed ? "its argument has no name" : "its arguments need names";
    return malformed({ input, part, problem, hint: `write '+${tag}(${allowed.shape})'` });
  }
  if (name === undefined) return undefined;
  if (names !== "any" && !names.includes(name)) {
    const advice = correction({ word: name, candidates: names });
    const hint = { hint: `it has ${alternatives(names)}` };
    return {
      ...part,
      toDiagnostic: (place) =>
        diagnostic(
          "tag/argument",
          { tag: `+${tag}`, argument: name },
          { ...place, ...(advice ?? hint) },
        ),
    };
  }
  return before.some((other) => other.name === name)
    ? {
        ...part,
        toDiagnostic: (place) => diagnostic("tag/repeated", { tag: `+${tag}(${name})` }, place),
      }
    : undefined;
}

function malformed(problem: {
  readonly input: Input;
  readonly part?: { readonly at: number; readonly length: number };
  readonly problem: string;
  readonly hint: string;
}): TagProblem {
  const names = { tag: `+${problem.input.name}`, problem: problem.problem };
  const { hint } = problem;
  return {
    ...problem.part,
    toDiagnostic: (place) => diagnostic("tag/malformed", names, { ...place, hint }),
  };
}
