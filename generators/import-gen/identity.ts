import { exactJson, type JsonValue } from "../model/index.js";

/** Numbers values by what they are: equal values, whatever the order of their keys, have one number. */
export class Identities {
  readonly #numbers = new Map<string, number>();
  readonly #known = new WeakMap<object, number>();

  /** The number of a value. */
  of(value: JsonValue): number {
    if (typeof value !== "object" || value === null) return this.#number(exactJson(value));
    const known = this.#known.get(value);
    if (known !== undefined) return known;
    const number = this.#number(
      Array.isArray(value)
        ? `[${value.map((one: JsonValue) => this.of(one)).join(" ")}]`
        : `{${Object.entries(value)
            .map(([key, one]) => `${JSON.stringify(key)}:${this.#entry(key, one)}`)
            .sort()
            .join(" ")}}`,
    );
    this.#known.set(value, number);
    return number;
  }

  /** `required` is a set. */
  #entry(key: string, value: JsonValue): number {
    return key === "required" && Array.isArray(value)
      ? this.of(value.toSorted((a, b) => this.of(a) - this.of(b)))
      : this.of(value);
  }

  #number(text: string): number {
    const known = this.#numbers.get(text);
    if (known !== undefined) return known;
    this.#numbers.set(text, this.#numbers.size);
    return this.#numbers.size - 1;
  }
}
