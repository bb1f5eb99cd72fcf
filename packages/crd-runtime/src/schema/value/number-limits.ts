import type { SchemaType, ValueValidation } from "../structural.js";
import { goFloat, isInt64 } from "../text/go.js";
import { Printed } from "../text/printed.js";

/** A message about a number, and the value that the server blames; without one the message is about no field. */
export interface NumberProblem {
  readonly message: string;
  readonly badValue?: Printed | bigint | number;
}

interface Limit {
  readonly value: number;
  readonly exclusive: boolean;
}

const formatsOf: Readonly<Record<"" | "integer" | "number", readonly string[]>> = {
  "": [],
  integer: ["int32", "int64"],
  number: ["double", "float"],
};
const maxJsonInteger = 2 ** 53 - 1;
const epsilon = 1e-9;

/**
 * Limits of a number as kube-openapi checks them: a limit that the schema's own type cannot hold is an error with each value.
 * Integers are compared with the limit without its fraction, which is how the server has it.
 */
export class NumberLimits {
  readonly #type: "integer" | "number" | "";
  readonly #format: string;
  readonly #maximum: Limit | undefined;
  readonly #minimum: Limit | undefined;
  readonly #multipleOf: number | undefined;

  private constructor(input: LimitsInput) {
    const { types, format, value } = input;
    const type = types.length === 1 ? types[0] : undefined;
    this.#type = type === "integer" || type === "number" ? type : "";
    this.#format = formatsOf[this.#type].includes(format) ? format : "";
    const { maximum, exclusiveMaximum, minimum, exclusiveMinimum } = value;
    this.#maximum =
      maximum === undefined ? undefined : { value: maximum, exclusive: exclusiveMaximum };
    this.#minimum =
      minimum === undefined ? undefined : { value: minimum, exclusive: exclusiveMinimum };
    this.#multipleOf = value.multipleOf;
  }

  /** Undefined where no number can be wrong. */
  static of(input: LimitsInput): NumberLimits | undefined {
    const { maximum, minimum, multipleOf } = input.value;
    const limited = maximum !== undefined || minimum !== undefined || multipleOf !== undefined;
    const [type] = input.types;
    const ranged =
      input.types.length === 1 &&
      (type === "integer" || (type === "number" && input.format === "float"));
    if (!limited && !ranged) return undefined;
    return new NumberLimits(input);
  }

  /** What is wrong with a number, in the server's order. */
  problems({
    path,
    value,
  }: {
    readonly path: string;
    readonly value: bigint | number;
  }): NumberProblem[] {
    const problems: NumberProblem[] = [];
    if (!this.#fits(value)) problems.push(this.#range({ prefix: "Checked", path }));
    const named = `${path} in body should be`;
    const multipleOf = this.#multipleOf;
    if (multipleOf !== undefined) {
      if (!this.#fits(multipleOf)) problems.push(this.#range({ prefix: "MultipleOf", path }));
      const exact = this.#fits(multipleOf) && isInt64(value);
      const factor = exact ? truncated(multipleOf) : multipleOf;
      if (factor <= 0) {
        const message = `factor MultipleOf declared for ${path} must be positive: ${exact ? factor : goFloat(Number(factor))}`;
        problems.push({ message, badValue: Number(factor) });
      } else if (exact ? BigInt(value) % BigInt(factor) !== 0n : !isMultiple(value, multipleOf)) {
        const text = exact ? String(factor) : goFloat(multipleOf);
        problems.push({ message: `${named} a multiple of ${text}`, badValue: value });
      }
    }
    this.#limit({ limit: this.#minimum, side: "Minimum", value, path, named, problems });
    this.#limit({ limit: this.#maximum, side: "Maximum", value, path, named, problems });
    return problems;
  }

  #limit(input: {
    readonly limit: Limit | undefined;
    readonly side: "Maximum" | "Minimum";
    readonly value: bigint | number;
    readonly path: string;
    readonly named: string;
    readonly problems: NumberProblem[];
  }): void {
    const { limit, side, value, path, named, problems } = input;
    if (limit === undefined) return;
    const fits = this.#fits(limit.value);
    if (!fits) problems.push(this.#range({ prefix: `${side} boundary`, path }));
    const exact = fits && isInt64(value);
    const bound = exact ? truncated(limit.value) : limit.value;
    const compared = exact ? value : Number(value);
    const beyond = side === "Maximum" ? compared > bound : compared < bound;
    if (!beyond && !(limit.exclusive && compared >= bound && compared <= bound)) return;
    const word = side === "Maximum" ? "less" : "greater";
    const than = limit.exclusive ? `${word} than` : `${word} than or equal to`;
    const text = exact ? String(bound) : goFloat(limit.value);
    // A value that is not compared as an integer is shown as a float64, too.
    const badValue = exact || !isInt64(value) ? value : new Printed(goFloat(Number(value)));
    problems.push({ message: `${named} ${than} ${text}`, badValue });
  }

  /** Whether a number can be what the type and the format say. */
  #fits(value: bigint | number): boolean {
    if (this.#type === "integer") {
      if (!Number.isInteger(Number(value))) return false;
      const exact = BigInt(value);
      const bits = this.#format === "int32" ? 31n : 63n;
      return exact < 2n ** bits && exact >= -(2n ** bits);
    }
    return this.#format !== "float" || Number.isFinite(Math.fround(Number(value)));
  }

  #range({ prefix, path }: { readonly prefix: string; readonly path: string }): NumberProblem {
    const kind = this.#format === "" ? "(default format)" : `with format ${this.#format}`;
    return { message: `${prefix} value must be of type ${this.#type} ${kind} in ${path}` };
  }
}

interface LimitsInput {
  readonly value: ValueValidation;
  readonly types: readonly SchemaType[];
  readonly format: string;
}

/** int64(float64) of Go on amd64. */
function truncated(value: number): bigint | number {
  const whole = Math.trunc(value) + 0;
  if (Number.isSafeInteger(whole)) return whole;
  const exact = Number.isFinite(whole) ? BigInt(whole) : -(2n ** 63n);
  return exact < 2n ** 63n && exact >= -(2n ** 63n) ? exact : -(2n ** 63n);
}

function isMultiple(value: bigint | number, factor: number): boolean {
  return isNearInteger(factor < 1 ? (1 / factor) * Number(value) : Number(value) / factor);
}

/** Whether a float64 counts as an integer: it may miss one by a billionth. */
export function isNearInteger(value: number): boolean {
  if (!Number.isFinite(value) || Math.abs(value) > maxJsonInteger) return false;
  const rounded = Math.round(value);
  if (value === rounded) return true;
  return rounded !== 0 && Math.abs(value - rounded) < epsilon * Math.abs(rounded);
}
