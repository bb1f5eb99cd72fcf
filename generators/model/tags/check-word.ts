import { type Advice, correction, diagnostic } from "../../diagnostics/index.js";
import type { MarkerValue } from "../source.js";
import { alternatives } from "./alternatives.js";
import type { TagTarget } from "./entry.js";
import type { TagProblem } from "./problem.js";

export interface CheckedValue {
  readonly problems: readonly TagProblem[];
  readonly arguments?: Readonly<Record<string, MarkerValue>>;
}

/** A value, its tag as messages name it, and where it stands. */
export interface ValueInput {
  readonly name: string;
  readonly value: { readonly text: string; readonly at: number };
  readonly target: TagTarget;
}

/** Nothing is wrong. */
export const fine: CheckedValue = { problems: [] };

/** One `tag/value` at the whole value. */
export function wrong(input: ValueInput & Advice & { readonly problem: string }): CheckedValue {
  const { name, value, problem, hint, replacement } = input;
  return {
    problems: [
      {
        at: value.at,
        length: value.text.length,
        toDiagnostic: (place) =>
          diagnostic("tag/value", { tag: name, problem }, { ...place, hint, replacement }),
      },
    ],
  };
}

export function checkWord(
  input: ValueInput & {
    readonly oneOf: readonly string[];
    /** The word, where the text has it in quotes. */
    readonly written?: string;
  },
): CheckedValue {
  const { value, oneOf, written: word = value.text } = input;
  if (oneOf.includes(word)) {
    return fine;
  }
  const advice = correction({ word, candidates: oneOf }) ?? {
    hint: `write ${alternatives(oneOf)}`,
  };
  return wrong({ ...input, problem: `'${word}'`, ...advice });
}
