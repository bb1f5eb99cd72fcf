import { expect } from "vitest";
import type { ApiModel, ApiType } from "../../generators/model/index.js";
import { mulberry32 } from "../../packages/crd-runtime/test/random.js";
import { declaredObjects } from "./declared.js";
import { RandomValues } from "./random-value.js";

export type DeepCopy = (input: unknown) => unknown;

export interface Subject {
  readonly model: ApiModel;
  readonly type: ApiType;
  readonly deepCopy: DeepCopy;
}

/** Copies equal random values, share no declared object with them, and do not change when the original is destroyed. */
export function checkAgainstOracle(input: Subject & { readonly rounds: number }): void {
  const { model, type, deepCopy, rounds } = input;
  const values = new RandomValues({ model, random: mulberry32(hash(type.id)) });
  for (let round = 0; round < rounds; round++) {
    const original = values.of(type.id);
    // Aliases may be null; the function of one that may not be is never given null.
    if (original === null && type.declaration.kind === "interface") continue;
    const before = structuredClone(original);
    const copy = deepCopy(deepFreeze(structuredClone(original)));
    expect(differences({ one: copy, other: before }), `${type.id} equals`).toEqual([]);

    const independent = deepCopy(original);
    const found = declaredObjects({ model, type, value: original });
    const mine = new Map(
      declaredObjects({ model, type, value: independent }).map(({ path, value }) => [path, value]),
    );
    const shared = found.filter(({ path, value }) => mine.get(path) === value);
    expect(
      shared.map(({ path }) => path),
      `${type.id} shares`,
    ).toEqual([]);
    expect(mine.size).toBe(found.length);

    for (const { value, members } of found) scramble(value, members);
    expect(differences({ one: independent, other: before }), `${type.id} scrambled`).toEqual([]);
  }
}

/** Destroys the declared members of an object in place; what no type knows is shared and stays. */
function scramble(value: object, members: ReadonlySet<string> | undefined): void {
  if (Array.isArray(value)) {
    value.length = 0;
    value.push("scrambled");
    return;
  }
  for (const name of Object.keys(value)) {
    if (members === undefined || members.has(name)) Reflect.deleteProperty(value, name);
  }
  for (const name of members ?? ["scrambled"]) {
    Object.defineProperty(value, name, { value: "scrambled", configurable: true, writable: true });
  }
}

/** Paths at which two values differ: in keys, their order, or values. Absent is not undefined. */
function differences(input: {
  readonly one: unknown;
  readonly other: unknown;
  readonly path?: string;
}): readonly string[] {
  const { one, other, path = "$" } = input;
  if (Object.is(one, other)) return [];
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
    return [path];
  }
  const keys = Object.keys(one);
  const same =
    Object.getPrototypeOf(one) === Object.getPrototypeOf(other) &&
    keys.join("\n") === Object.keys(other).join("\n");
  if (!same) return [`${path} {${keys}} {${Object.keys(other)}}`];
  return keys.flatMap((key) =>
    differences({
      one: Object.getOwnPropertyDescriptor(one, key)?.value,
      other: Object.getOwnPropertyDescriptor(other, key)?.value,
      path: `${path}.${key}`,
    }),
  );
}

function deepFreeze<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    Object.freeze(value);
    for (const inner of Object.values(value)) deepFreeze(inner);
  }
  return value;
}

function hash(text: string): number {
  return [...text].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) >>> 0, 7);
}
