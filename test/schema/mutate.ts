import type { CustomResourceDefinition, JSONSchemaProps } from "crd-runtime/apiextensions/v1";

/** A number from 0 up to a limit, always the same sequence for a seed. */
export type Random = (limit: number) => number;

/** mulberry32. */
export function randomOf(seed: number): Random {
  let state = seed;
  return (limit) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
}

type Schema = Record<string, unknown>;

const members: readonly (readonly [string, unknown])[] = [
  ["type", undefined],
  ["type", "string"],
  ["type", "array"],
  ["type", "object"],
  ["type", "integer"],
  ["nullable", true],
  ["default", 1],
  ["default", "x"],
  ["default", {}],
  ["default", []],
  ["default", { a: 1 }],
  ["items", undefined],
  ["items", {}],
  ["items", { type: "string" }],
  ["items", { type: "object" }],
  ["additionalProperties", true],
  ["additionalProperties", false],
  ["additionalProperties", {}],
  ["additionalProperties", { type: "integer" }],
  ["properties", undefined],
  ["properties", {}],
  ["properties", { metadata: { type: "object" } }],
  ["pattern", "["],
  ["enum", ["a", 1, null]],
  ["uniqueItems", true],
  ["required", ["a"]],
  ["minLength", 100],
  ["maximum", 1.5],
  ["format", "int32"],
  ["format", "date-time"],
  ["anyOf", [{ required: ["a"] }, { properties: { a: { minLength: 1 } } }]],
  ["oneOf", [{ type: "string" }]],
  ["allOf", [{ description: "x", default: 1, nullable: true }]],
  ["not", { items: { minLength: 1 } }],
  ["not", {}],
  ["$ref", "#/x"],
  ["x-kubernetes-int-or-string", true],
  ["x-kubernetes-preserve-unknown-fields", true],
  ["x-kubernetes-preserve-unknown-fields", false],
  ["x-kubernetes-embedded-resource", true],
  ["x-kubernetes-list-type", "set"],
  ["x-kubernetes-list-type", "map"],
  ["x-kubernetes-list-type", undefined],
  ["x-kubernetes-list-map-keys", ["name"]],
  ["x-kubernetes-list-map-keys", undefined],
  ["x-kubernetes-map-type", "atomic"],
  ["patternProperties", { a: { type: "string" } }],
];

/** A definition with one or two members of its schemas changed, its rules left out; what was changed is in the name. */
export function mutated(input: {
  readonly definition: CustomResourceDefinition;
  readonly random: Random;
}): readonly [string, CustomResourceDefinition] {
  const { random } = input;
  const definition = structuredClone(input.definition);
  const changes: string[] = [];
  for (let count = 1 + random(2); count > 0; count -= 1) {
    const places = definition.spec.versions.flatMap(({ name, schema }) =>
      schema?.openAPIV3Schema === undefined ? [] : placesOf(schema.openAPIV3Schema, name),
    );
    const place = places[random(places.length)];
    const [name = "", value] = members[random(members.length)] ?? [];
    if (place === undefined) continue;
    if (value === undefined) delete place.schema[name];
    else place.schema[name] = structuredClone(value);
    changes.push(`${place.path} ${name}: ${JSON.stringify(value)}`);
  }
  return [changes.join(", "), definition];
}

/** A copy without rules, which need CEL. */
export function withoutRules(definition: CustomResourceDefinition): CustomResourceDefinition {
  const copy = structuredClone(definition);
  for (const { schema } of copy.spec.versions) {
    for (const { schema: at } of schema?.openAPIV3Schema
      ? placesOf(schema.openAPIV3Schema, "")
      : []) {
      delete at["x-kubernetes-validations"];
    }
  }
  return copy;
}

interface Place {
  readonly path: string;
  readonly schema: Schema;
}

function placesOf(props: JSONSchemaProps, path: string): readonly Place[] {
  const places: Place[] = [{ path, schema: props as Schema }];
  const add = (child: unknown, at: string): void => {
    if (typeof child === "object" && child !== null && !Array.isArray(child)) {
      places.push(...placesOf(child, `${path}.${at}`));
    }
  };
  for (const [name, child] of Object.entries(props.properties ?? {})) add(child, name);
  add(props.items, "items");
  add(props.additionalProperties, "additionalProperties");
  add(props.not, "not");
  for (const keyword of ["allOf", "anyOf", "oneOf"] as const) {
    props[keyword]?.forEach((child, index) => {
      add(child, `${keyword}[${index}]`);
    });
  }
  return places;
}
