import { EvaluationError } from "../errors.js";
import { equal } from "./equality.js";
import { CelMap } from "./map.js";
import type { CelValue } from "./value.js";

/** How lists are compared and joined: by position, as sets, or by the keys of their elements (escaped names). */
export type ListOrder =
  | { readonly type: "atomic" }
  | { readonly type: "map"; readonly keys: readonly string[] }
  | { readonly type: "set" };

const atomic: ListOrder = { type: "atomic" };

/**
 * A list: literals and results hold values, lists from an object hold JSON and read an element when it is asked for. The list
 * to the left of an operator decides how it is compared, as on the API server.
 */
export abstract class CelList {
  /** By position where nothing else is said. */
  readonly order: ListOrder;

  constructor(order: ListOrder = atomic) {
    this.order = order;
  }

  /** Number of elements. */
  abstract get size(): number;

  protected abstract read(index: number): CelValue;

  /** @throws EvaluationError outside the list */
  at(index: number): CelValue {
    if (index < 0 || index >= this.size) {
      throw new EvaluationError(`index out of bounds: ${index}`);
    }
    return this.read(index);
  }

  /** The element; undefined outside the list. */
  find(index: number): CelValue | undefined {
    return index < 0 || index >= this.size ? undefined : this.read(index);
  }

  /** All elements, read. */
  values(): CelValue[] {
    return Array.from({ length: this.size }, (_, index) => this.read(index));
  }

  equals(other: CelValue): boolean {
    if (!(other instanceof CelList) || this.size !== other.size) return false;
    switch (this.order.type) {
      case "atomic": {
        for (let index = 0; index < this.size; index += 1) {
          if (!equal(this.read(index), other.read(index))) return false;
        }
        return true;
      }
      case "set": {
        const own = new Set(this.values().map(scalarKey));
        const others = new Set(other.values().map(scalarKey));
        return own.size === others.size && [...others].every((key) => own.has(key));
      }
      case "map": {
        const { keys } = this.order;
        const own = new Map(this.values().map((value) => [elementKey(value, keys), value]));
        const seen = new Set<string>();
        for (const value of other.values()) {
          const key = elementKey(value, keys);
          const mine = own.get(key);
          if (mine === undefined || !equal(mine, value)) return false;
          seen.add(key);
        }
        return seen.size === own.size;
      }
    }
  }

  /** `this + other`: appended, or united as sets, or merged by keys where this list is one of those. */
  plus(other: CelList): CelList {
    switch (this.order.type) {
      case "atomic":
        return new ValueList([...this.values(), ...other.values()]);
      case "set": {
        const united = new Map(this.values().map((value) => [scalarKey(value), value]));
        for (const value of other.values()) {
          const key = scalarKey(value);
          if (!united.has(key)) united.set(key, value);
        }
        return new ValueList([...united.values()], this.order);
      }
      case "map": {
        const { keys } = this.order;
        const merged = new Map(this.values().map((value) => [elementKey(value, keys), value]));
        for (const value of other.values()) merged.set(elementKey(value, keys), value);
        return new ValueList([...merged.values()], this.order);
      }
    }
  }
}

/** A list of values. */
export class ValueList extends CelList {
  readonly #values: readonly CelValue[];

  constructor(values: readonly CelValue[], order?: ListOrder) {
    super(order);
    this.#values = values;
  }

  override get size(): number {
    return this.#values.length;
  }

  protected override read(index: number): CelValue {
    const value = this.#values[index];
    if (value === undefined) throw new EvaluationError(`index out of bounds: ${index}`);
    return value;
  }
}

/** A list of an object, as JSON. */
export class JsonList extends CelList {
  readonly #elements: readonly unknown[];
  readonly #element: (json: unknown) => CelValue;

  constructor(input: {
    readonly elements: readonly unknown[];
    readonly element: (json: unknown) => CelValue;
    readonly order: ListOrder;
  }) {
    super(input.order);
    this.#elements = input.elements;
    this.#element = input.element;
  }

  override get size(): number {
    return this.#elements.length;
  }

  protected override read(index: number): CelValue {
    return this.#element(this.#elements[index]);
  }
}

function scalarKey(value: CelValue): string {
  if (value instanceof CelList || value instanceof CelMap) {
    throw new EvaluationError("listSet operations are only supported on lists of scalar values");
  }
  return keyText(value);
}

function elementKey(value: CelValue, keys: readonly string[]): string {
  return JSON.stringify(
    keys.map((key) => {
      const part = value instanceof CelMap ? value.find(key) : undefined;
      return part === undefined ? null : keyText(part);
    }),
  );
}

function keyText(value: CelValue): string {
  return `${typeof value} ${typeof value === "object" ? JSON.stringify(value, bigints) : value}`;
}

function bigints(_key: string, member: unknown): unknown {
  return typeof member === "bigint" ? String(member) : member;
}
