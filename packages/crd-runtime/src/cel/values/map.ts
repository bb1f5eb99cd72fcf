import { EvaluationError } from "../errors.js";
import { equal } from "./equality.js";
import { Uint } from "./uint.js";
import type { CelValue } from "./value.js";

/** A map: literals and results hold values, maps and objects of an object hold JSON and read a member when it is asked for. */
export abstract class CelMap {
  /** Number of members. */
  abstract get size(): number;

  /** The member; undefined where there is none. */
  abstract find(key: CelValue): CelValue | undefined;

  /** The keys, in order. */
  abstract keys(): readonly CelValue[];

  /** @throws EvaluationError where there is no such member */
  get(key: CelValue): CelValue {
    const value = this.find(key);
    if (value === undefined) throw new EvaluationError(`no such key: ${keyName(key)}`);
    return value;
  }

  equals(other: CelValue): boolean {
    if (!(other instanceof CelMap) || this.size !== other.size) return false;
    return this.keys().every((key) => {
      const own = this.find(key);
      const others = other.find(key);
      return own !== undefined && others !== undefined && equal(own, others);
    });
  }
}

function keyName(key: CelValue): string {
  return key instanceof Uint ? String(key.value) : String(key);
}

type Key = bigint | boolean | number | string;

/** A map of values. Numbers of all types that are equal are one key. */
export class ValueMap extends CelMap {
  readonly #members = new Map<Key, readonly [CelValue, CelValue]>();

  /** The last of members with one key wins. */
  constructor(members: Iterable<readonly [CelValue, CelValue]>) {
    super();
    for (const member of members) this.#members.set(keyOf(member[0]), member);
  }

  override get size(): number {
    return this.#members.size;
  }

  override find(key: CelValue): CelValue | undefined {
    return this.#members.get(keyOf(key))?.[1];
  }

  override keys(): readonly CelValue[] {
    return Array.from(this.#members.values(), ([key]) => key);
  }
}

/** @throws EvaluationError when such values are no keys */
function keyOf(key: CelValue): Key {
  switch (typeof key) {
    case "bigint":
    case "boolean":
    case "string":
      return key;
    case "number":
      return Number.isInteger(key) ? BigInt(key) : key;
    default:
      if (key instanceof Uint) return key.value;
      throw new EvaluationError("unsupported key type");
  }
}
