import { blocksRules, type FieldError } from "crd-runtime/schema";
import { exactJson } from "../model/index.js";
import type { Checker } from "./checker.js";
import { editsOf } from "./edits.js";
import type { JsonObject, Schema } from "./schema.js";
import type { SampleValues } from "./values.js";

/** Objects of one kind that are tried before it is told that none was found. */
const mostTried = 1500;

/** The best object that was found, and what is wrong with it still. */
export interface Found {
  readonly object: JsonObject;
  readonly problems: readonly FieldError[];
}

interface Tried extends Found {
  readonly edits: number;
  readonly order: number;
}

/** Looks for an object without problems in what can be made of one by a few edits, the most promising first. */
export function search(input: {
  readonly object: JsonObject;
  readonly schema: Schema;
  readonly checker: Checker;
  readonly values: SampleValues;
}): Found {
  const { object, schema, checker, values } = input;
  const first: Tried = { object, problems: checker.problems(object), edits: 0, order: 0 };
  const known = new Set([exactJson(object)]);
  const open = [first];
  let best: Tried = first;
  while (best.problems.length > 0) {
    const next = takeBest(open);
    if (next === undefined) break;
    for (const changed of editsOf({
      object: next.object,
      schema,
      problems: next.problems,
      values,
    })) {
      const text = exactJson(changed);
      if (known.has(text)) continue;
      if (known.size > mostTried) return best;
      known.add(text);
      const problems = checker.problems(changed);
      const tried = { object: changed, problems, edits: next.edits + 1, order: known.size };
      if (isBetter(tried, best)) best = tried;
      if (problems.length === 0) return best;
      open.push(tried);
    }
  }
  return best;
}

function takeBest(open: Tried[]): Tried | undefined {
  let at = 0;
  for (const [index, tried] of open.entries()) {
    const best = open[at];
    if (best !== undefined && isBetter(tried, best)) at = index;
  }
  return open.splice(at, 1)[0];
}

function isBetter(left: Tried, right: Tried): boolean {
  const difference = weightOf(left) - weightOf(right);
  return difference < 0 || (difference === 0 && left.order < right.order);
}

/** Where the rules have not run there may be many more problems. An edit more has to be worth it. */
function weightOf({ problems, edits }: Tried): number {
  return problems.length + (blocksRules(problems) ? 10 : 0) + edits / 4;
}
