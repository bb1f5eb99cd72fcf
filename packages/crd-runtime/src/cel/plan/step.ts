import type { CelValue } from "../values/value.js";

/** The values of the variables, each in its slot, and what the evaluation has cost so far. */
export type Frame = CelValue[] & {
  /** In cel-go's units. */
  cost: number;
  /** What it may cost at most; loops look at it. */
  readonly limit: number;
};

/** Makes the frame of an evaluation. */
export function frameOf(values: readonly CelValue[], limit = Number.POSITIVE_INFINITY): Frame {
  return Object.assign([...values], { cost: 0, limit });
}

/** A part of an expression, ready to run. @throws EvaluationError, CostLimitError */
export type Step = (frame: Frame) => CelValue;
