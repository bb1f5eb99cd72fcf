import type { Json, JsonObject } from "../../../../../test/contract/harness/json.js";
import type { Dice } from "../../../../../test/contract/random/dice.js";
import type { GoStruct, GoType } from "../../../src/apiserver/builtin/types/go-type.js";

const maxDepth = 5;

interface Choice<T extends GoType> {
  readonly type: T;
  readonly dice: Dice;
  readonly depth: number;
}

/** Any object of a type, with some of its members. */
export function randomObject({ type, dice, depth }: Choice<GoStruct>): JsonObject {
  const chance = depth < maxDepth ? 0.5 : 0;
  const members = [...type.members].filter(([, { number }]) => number > 0 && dice.chance(chance));
  return Object.fromEntries(
    members.map(([name, member]) => [
      name,
      randomValue({ type: member.type, dice, depth: depth + 1 }),
    ]),
  );
}

const times = ["2026-01-02T03:04:05", "1969-12-31T23:59:59", "0001-01-01T00:00:01"];
const json: readonly Json[] = [0, -1.5, "x", true, {}, { a: [1, { b: null }] }, []];

function randomValue(choice: Choice<GoType>): Json {
  const { type, dice, depth } = choice;
  const inner = (of: GoType): Json => randomValue({ type: of, dice, depth: depth + 1 });
  // Protobuf knows no difference between an empty list and none.
  const items = <T>(make: () => T): readonly T[] => Array.from({ length: 1 + dice.below(3) }, make);
  switch (type.type) {
    case "boolean":
      return dice.chance(0.5);
    case "string":
      return dice.pick(["", "a", "ä\u0000", "𝒳", "x".repeat(200)]);
    case "int32":
      return dice.pick([0, 1, -1, 2 ** 31 - 1, -(2 ** 31)]);
    case "int64":
      return dice.pick([0, 1, -1, 300, 2n ** 63n - 1n, -(2n ** 63n)]);
    case "float64":
      return dice.pick([0, -0.5, 1e300]);
    case "bytes":
      return Buffer.from(items(() => dice.below(256))).toString("base64");
    case "time":
      return `${dice.pick(times)}Z`;
    case "microTime":
      return `${dice.pick(times)}.${dice.pick(["000000", "000001", "999999"])}Z`;
    case "any":
      return dice.pick(json);
    case "list":
      return items(() => inner(type.of));
    case "map":
      return Object.fromEntries(items(() => [dice.pick(["", "k", "ä"]), inner(type.of)]));
    case "oneOf":
      return randomValue({ ...choice, type: dice.pick(type.of) });
    case "lazy":
      return randomObject({ type: type.of(), dice, depth });
    case "struct":
      return randomObject({ type, dice, depth });
  }
}
