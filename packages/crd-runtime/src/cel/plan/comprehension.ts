import { CostLimitError, EvaluationError, noSuchOverload } from "../errors.js";
import { sorted } from "../library/lists.js";
import type { ComprehensionMacro } from "../syntax/expr.js";
import { CelList, ValueList } from "../values/list.js";
import { CelMap, ValueMap } from "../values/map.js";
import type { CelValue } from "../values/value.js";
import { attempt, truth } from "./logic.js";
import type { Frame, Step } from "./step.js";

/** A macro that goes through a list or a map, its parts ready to run. */
export interface Comprehension {
  readonly macro: ComprehensionMacro;
  readonly range: Step;
  /** Slots of the variables. */
  readonly slots: readonly number[];
  readonly filter: Step | undefined;
  readonly body: Step;
}

/** The step of such a macro. */
export function comprehension(input: Comprehension): Step {
  switch (input.macro) {
    case "all":
      return quantifier(input, false);
    case "exists":
      return quantifier(input, true);
    case "exists_one":
      return existsOne(input);
    case "filter":
      return (frame) => {
        const kept: CelValue[] = [];
        forEach(input, frame, (element) => {
          const isKept = truth(input.body, frame);
          if (!isKept) return;
          frame.cost += costs.append + 1;
          kept.push(element);
        });
        return new ValueList(kept);
      };
    case "sortBy":
      return (frame) => {
        const values: CelValue[] = [];
        const keys: CelValue[] = [];
        forEach(input, frame, (element) => {
          frame.cost += costs.append;
          values.push(element);
          keys.push(input.body(frame));
        });
        frame.cost += costs.sort + 2 * keys.length ** 2;
        return sorted({ values, keys });
      };
    case "map":
    case "transformList":
      return (frame) => {
        const results: CelValue[] = [];
        forEach(input, frame, () => {
          frame.cost += costs.append;
          results.push(input.body(frame));
        });
        return new ValueList(results);
      };
    case "transformMap":
      return (frame) => {
        const members: [CelValue, CelValue][] = [];
        forEach(input, frame, (element) => {
          frame.cost += costs.insert;
          members.push([element, input.body(frame)]);
        });
        return new ValueMap(members);
      };
    case "transformMapEntry":
      return (frame) => transformMapEntry(input, frame);
  }
}

/** What the expansions of macros cost beside what they are given: cel-go's of `accumulator + [element]` and the like. */
const costs = { append: 12, insert: 3, sort: 13 };

/** `all` (false decides) and `exists` (true decides): errors count only when nothing decides. */
function quantifier(input: Comprehension, deciding: boolean): Step {
  return (frame) => {
    let failure: EvaluationError | undefined;
    let decided = false;
    // The condition of the loop and the accumulator: `accumulator && body`, `accumulator || body`.
    const condition = deciding ? 3 : 2;
    forEach(input, frame, () => {
      frame.cost += condition;
      if (decided) return true;
      frame.cost += 1;
      const value = attempt(input.body, frame);
      if (value === deciding) decided = true;
      else if (value instanceof EvaluationError) failure ??= value;
      return false;
    });
    if (decided) return deciding;
    if (failure !== undefined) throw failure;
    return !deciding;
  };
}

function existsOne(input: Comprehension): Step {
  return (frame) => {
    let found = 0;
    // `accumulator == 1`
    frame.cost += 1;
    forEach(input, frame, () => {
      const isOne = truth(input.body, frame);
      if (!isOne) return;
      frame.cost += 2;
      found += 1;
    });
    return found === 1;
  };
}

function transformMapEntry(input: Comprehension, frame: Frame): CelValue {
  const members: [CelValue, CelValue][] = [];
  forEach(input, frame, () => {
    frame.cost += costs.insert - 1;
    const entry = input.body(frame);
    if (!(entry instanceof CelMap)) throw noSuchOverload();
    for (const key of entry.keys()) members.push([key, entry.get(key)]);
  });
  const map = new ValueMap(members);
  if (map.size !== members.length) throw new EvaluationError("insert failed: key already exists");
  return map;
}

/**
 * Sets the variables to one element after the other and calls back with the element, or with the index or key where there
 * are two variables; until the callback says true.
 */
function forEach(
  input: Comprehension,
  frame: Frame,
  // biome-ignore lint/suspicious/noConfusingVoidType: callers that never stop say nothing
  visit: (element: CelValue) => boolean | void,
): void {
  const range = input.range(frame);
  // The result is read.
  frame.cost += 1;
  const [first = 0, second] = input.slots;
  const next = (element: CelValue, value: CelValue): boolean => {
    frame[first] = element;
    if (second !== undefined) frame[second] = value;
    if (frame.cost > frame.limit) throw new CostLimitError();
    if (input.filter !== undefined && !truth(input.filter, frame)) return false;
    return visit(element) === true;
  };
  if (range instanceof CelList) {
    for (let index = 0; index < range.size; index += 1) {
      const value = range.at(index);
      if (next(second === undefined ? value : BigInt(index), value)) return;
    }
    return;
  }
  if (!(range instanceof CelMap)) throw noSuchOverload();
  for (const key of range.keys()) {
    if (next(key, second === undefined ? key : range.get(key))) return;
  }
}
