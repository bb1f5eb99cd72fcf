import { EvaluationError } from "../errors.js";
import type { CelValue } from "./value.js";

/** A value that may be missing. */
export class Optional {
  static readonly none = new Optional(undefined);

  readonly #value: CelValue | undefined;

  private constructor(value: CelValue | undefined) {
    this.#value = value;
  }

  static of(value: CelValue): Optional {
    return new Optional(value);
  }

  /** `none` for undefined. */
  static from(value: CelValue | undefined): Optional {
    return value === undefined ? Optional.none : new Optional(value);
  }

  get hasValue(): boolean {
    return this.#value !== undefined;
  }

  /** The value; undefined where there is none. */
  get(): CelValue | undefined {
    return this.#value;
  }

  /** @throws EvaluationError where there is none */
  value(): CelValue {
    if (this.#value === undefined) throw new EvaluationError("optional.none() dereference");
    return this.#value;
  }
}
