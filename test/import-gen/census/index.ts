import type { JsonObject } from "../round-trip.js";
import { around } from "./around.js";
import { definition, list, map, rootOf, struct } from "./build.js";
import { defaults } from "./defaults.js";
import { bounds, enums, logic, nested, notes, nullables, types, unknown } from "./members.js";
import { named } from "./names.js";
import { roots, rootsWithoutStatus } from "./roots.js";
import { rules } from "./rules.js";
import { texts } from "./texts.js";

/** Each construct that a census of real definitions has counted, by the list of the census. */
export const census: Readonly<Record<string, readonly JsonObject[]>> = {
  types: [...types, ...nested].flatMap(placed),
  enums: enums.flatMap(placed),
  bounds: bounds.flatMap(placed),
  "unknown fields": unknown.flatMap(placed),
  null: nullables.flatMap(placed),
  logic: logic.flatMap(placed),
  notes: notes.flatMap(placed),
  rules: rules.flatMap((x) => [alone(x)]),
  defaults: defaults.flatMap(([schema, value]) => {
    const x = { ...schema, default: value };
    return [
      alone(x),
      definition({
        root: rootOf({
          required: struct({ x, y: x }, { required: ["x"] }),
          described: { ...x, description: "A text." },
          nullable: { ...x, nullable: true },
          items: list(struct({ x })),
          values: map(struct({ x })),
        }),
      }),
    ];
  }),
  descriptions: texts.map(describedWith),
  names: named.map((x) => definition({ root: rootOf({ x, y: list(x), z: map(x) }) })),
  roots: [
    ...rootsWithoutStatus.map((root) => definition({ root })),
    ...roots.flatMap((root) => [
      definition({ root }),
      definition({ root, version: { subresources: { status: {} } } }),
    ]),
  ],
  "around schemas": around,
};

function alone(x: JsonObject): JsonObject {
  return definition({ root: rootOf({ x }) });
}

/** A schema at each place where there may be one. */
function placed(x: JsonObject): readonly JsonObject[] {
  const described = { ...x, description: "A text." };
  return [
    alone(x),
    definition({
      root: rootOf({
        x,
        required: struct({ x }, { required: ["x"] }),
        items: list(x),
        values: map(x),
        describedItems: list(described, { description: "All." }),
        describedValues: map(described, { description: "All." }),
        cells: list(list(x)),
        maps: map(map(x)),
        lists: map(list(x)),
        described,
        nullable: { ...x, nullable: true },
        nullableItems: list({ ...x, nullable: true }),
        structs: list(struct({ x }, { required: ["x"] })),
        byName: map(struct({ x, y: x })),
      }),
    }),
  ];
}

/** A text at each place where one may stand. */
function describedWith(description: string): JsonObject {
  const x = { type: "string", description };
  const s = struct({ x }, { description });
  const { properties, ...root } = rootOf({ x, s, items: list(x, { description }), z: map(s) });
  return definition({ root: { ...root, properties: properties ?? {}, description } });
}
