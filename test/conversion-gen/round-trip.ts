import { isDeepStrictEqual } from "node:util";
import {
  type ApiModel,
  type ApiType,
  type ApiVersion,
  conversionName,
} from "../../generators/model/index.js";
import { mulberry32 } from "../../packages/crd-runtime/test/random.js";
import { unknownMember } from "../deepcopy-gen/declared.js";
import { RandomValues } from "../deepcopy-gen/random-value.js";

export type Convert = (input: unknown) => unknown;

/** A type, and the functions that convert it to another version and back. */
export interface Pair {
  readonly type: ApiType;
  readonly there: Convert;
  readonly back: Convert;
}

/** The types of a group's versions for which there are functions in both directions. */
export function pairsOf(input: {
  readonly versions: readonly ApiVersion[];
  /** By its name. */
  readonly find: (name: string) => Convert | undefined;
}): readonly Pair[] {
  const { versions, find } = input;
  return versions.flatMap((version) =>
    version.types.flatMap((type) =>
      versions.flatMap((other) => {
        const peer = other.types.find((one) => one.name === type.name && one.id !== type.id);
        if (peer === undefined) return [];
        const there = find(conversionName({ from: type.id, to: peer.id }));
        const back = find(conversionName({ from: peer.id, to: type.id }));
        return there === undefined || back === undefined ? [] : [{ type, there, back }];
      }),
    ),
  );
}

/** Where random values of a type are not the same after both conversions, or share something with the original. */
export function roundTripProblems(
  input: Pair & {
    readonly model: ApiModel;
    readonly rounds: number;
    /** Members that are left out on the way. */
    readonly dropped?: RegExp;
  },
): readonly string[] {
  const { model, type, there, back, rounds, dropped } = input;
  const values = new RandomValues({ model, random: mulberry32(type.id.length) });
  const problems: string[] = [];
  for (let round = 0; round < rounds; round++) {
    const value = values.of(type.id);
    if (typeof value !== "object" || value === null) continue;
    const before = JSON.stringify(value);
    freeze(value);
    const converted = there(value);
    if (!isDeepStrictEqual(normal(back(converted), dropped), normal(value, dropped))) {
      problems.push(`${type.id} comes back as ${JSON.stringify(back(converted))}, was ${before}`);
    }
    problems.push(...shared(converted, type.id).map((path) => `${path} is the original's`));
  }
  return problems;
}

/** Without what a conversion may leave out: null in place of something that is absent; and a kind's own name. */
function normal(value: unknown, dropped: RegExp | undefined): unknown {
  if (Array.isArray(value)) return value.map((item) => normal(item, dropped));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(
        ([key, inside]) =>
          inside !== undefined && inside !== null && !/^(?:apiVersion|kind)$/.test(key),
      )
      .filter(([key]) => dropped?.test(key) !== true)
      .map(([key, inside]) => [key, normal(inside, dropped)]),
  );
}

function freeze(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  Object.freeze(value);
  for (const inside of Object.values(value)) freeze(inside);
}

/** Places of objects and arrays of the frozen original in what was made of it. Members that no type declares are handed over. */
function shared(value: unknown, path: string): readonly string[] {
  if (typeof value !== "object" || value === null) return [];
  if (Object.isFrozen(value)) return [path];
  return Object.entries(value).flatMap(([key, inside]) =>
    key === unknownMember ? [] : shared(inside, `${path}.${key}`),
  );
}
