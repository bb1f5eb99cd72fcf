import {
  type FieldError,
  invalid,
  noField,
  notSupported,
  required,
  tooLong,
  tooMany,
  typeInvalid,
} from "../field-error.js";
import { goQuote } from "../text/go.js";

/**
 * Errors of a value in the order they were found, each text once. Paths are those of kube-openapi: `spec.a[0].b`, `""` for
 * the root.
 */
export class Problems {
  readonly #base: string;
  readonly #errors: FieldError[] = [];
  #seen: Set<string> | undefined;

  /** `base`: path of the value that is checked; `""` for a whole object. */
  constructor(base: string) {
    this.#base = base;
  }

  get errors(): readonly FieldError[] {
    return this.#errors;
  }

  get none(): boolean {
    return this.#errors.length === 0;
  }

  /** An empty collection for a part of the same value. */
  fork(): Problems {
    return new Problems(this.#base);
  }

  merge(other: Problems): void {
    if (other.#seen === undefined) return;
    let index = 0;
    for (const message of other.#seen) {
      const error = other.#errors[index];
      if (error !== undefined) this.#add(message, error);
      index += 1;
    }
  }

  wrongType(input: {
    readonly path: string;
    readonly expected: string;
    readonly actual: string;
  }): void {
    const { path, expected, actual } = input;
    const detail = `${path} in body must be of type ${expected}: ${goQuote(actual)}`;
    this.#add(detail, typeInvalid({ field: this.#field(path), value: actual, detail }));
  }

  required(path: string): void {
    this.#add(`${path} in body is required`, required(this.#field(path)));
  }

  notInEnum(input: {
    readonly path: string;
    readonly value: unknown;
    readonly supported: readonly string[];
  }): void {
    const { path, value, supported } = input;
    const error = notSupported({ field: this.#field(path), value, supported });
    this.#add(`${path} in body should be one of [${supported.join(" ")}]`, error);
  }

  tooLong(path: string, maximum: number): void {
    const message = `${path} in body should be at most ${maximum} chars long`;
    this.#add(message, tooLong(this.#field(path), maximum));
  }

  tooMany(input: {
    readonly path: string;
    readonly actual: number;
    readonly maximum: number;
    readonly what: "items" | "properties";
  }): void {
    const { path, actual, maximum, what } = input;
    const message = `${path} in body should have at most ${maximum} ${what}`;
    this.#add(message, tooMany({ field: this.#field(path), actual, maximum }));
  }

  /** `detail` is what go-openapi says about the value. */
  invalid(input: {
    readonly path: string;
    readonly value: unknown;
    readonly detail: string;
  }): void {
    const { path, value, detail } = input;
    this.#add(detail, invalid({ field: this.#field(path), value, detail }));
  }

  /** A message that the server attaches to no member. */
  general(detail: string): void {
    const field = this.#base === "" ? noField : this.#base;
    this.#add(detail, invalid({ field, value: "", detail }));
  }

  #add(message: string, error: FieldError): void {
    this.#seen ??= new Set();
    if (this.#seen.has(message)) return;
    this.#seen.add(message);
    this.#errors.push(error);
  }

  #field(path: string): string {
    const name = path.startsWith(".") ? path.slice(1) : path;
    if (name === "") return this.#base === "" ? noField : this.#base;
    return this.#base === "" ? name : `${this.#base}.${name}`;
  }
}
