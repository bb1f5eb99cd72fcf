import { EvaluationError, noSuchOverload } from "../errors.js";
import type { Frame, Step } from "./step.js";

/**
 * `a && b` (`deciding` false) and `a || b` (`deciding` true): where one side decides, errors of the other do not count.
 */
export function logical(input: {
  readonly left: Step;
  readonly right: Step;
  readonly deciding: boolean;
}): Step {
  const { left, right, deciding } = input;
  return (frame) => {
    const first = attempt(left, frame);
    if (first === deciding) return deciding;
    const second = attempt(right, frame);
    if (second === deciding) return deciding;
    if (first instanceof EvaluationError) throw first;
    if (second instanceof EvaluationError) throw second;
    return !deciding;
  };
}

/** The truth of a step, or why there is none. */
export function attempt(step: Step, frame: Frame): EvaluationError | boolean {
  try {
    const value = step(frame);
    return typeof value === "boolean" ? value : noSuchOverload();
  } catch (error) {
    if (error instanceof EvaluationError) return error;
    throw error;
  }
}

/** `condition ? yes : no` */
export function conditional(input: {
  readonly condition: Step;
  readonly yes: Step;
  readonly no: Step;
}): Step {
  const { condition, yes, no } = input;
  return (frame) => (truth(condition, frame) ? yes(frame) : no(frame));
}

/** @throws EvaluationError when the value is neither true nor false */
export function truth(step: Step, frame: Frame): boolean {
  const value = step(frame);
  if (typeof value !== "boolean") throw noSuchOverload();
  return value;
}
