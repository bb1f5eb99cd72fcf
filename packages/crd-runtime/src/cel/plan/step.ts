import type { CelValue } from "../values/value.js";

/** The values of the variables, each in its slot. */
export type Frame = CelValue[];

/** A part of an expression, ready to run. @throws EvaluationError */
export type Step = (frame: Frame) => CelValue;
