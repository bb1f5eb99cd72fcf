import { anyValue, type JSONSchemaProps, sameSchema } from "./schema.js";

/** A property as several members declare it. */
export interface SharedProperty {
  readonly schema: JSONSchemaProps;
  readonly unchecked: boolean;
  /** Whether rules in CEL are left out, on which the members do not agree: branches of `oneOf` have none. */
  readonly unruled: boolean;
  /** What only one member asks for, in the members' order. */
  readonly checks: readonly JSONSchemaProps[];
}

/**
 * Keys that are no check of a value, and that the API server refuses within `oneOf`. A format is not
 * understood there, for want of the type beside it.
 */
const structural = new Set<string>([
  "type",
  "format",
  "title",
  "description",
  "externalDocs",
  "example",
  "nullable",
  "items",
  "properties",
  "additionalProperties",
  "x-kubernetes-embedded-resource",
  "x-kubernetes-int-or-string",
  "x-kubernetes-list-map-keys",
  "x-kubernetes-list-type",
  "x-kubernetes-map-type",
  "x-kubernetes-preserve-unknown-fields",
  "x-kubernetes-validations",
]);

function pick(schema: JSONSchemaProps, keep: (key: string) => boolean): JSONSchemaProps {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => keep(key)));
}

function withoutDescription(schema: JSONSchemaProps): JSONSchemaProps {
  return pick(schema, (key) => key !== "description");
}

function isScalar(schema: JSONSchemaProps): boolean {
  return schema.type !== undefined && schema.type !== "object" && schema.type !== "array";
}

/** What can be said of a property whose declarations differ beyond their checks. */
function unchecked(declarations: readonly JSONSchemaProps[]): JSONSchemaProps {
  const types = new Set(declarations.map((schema) => schema.type));
  const [type] = types;
  if (types.size > 1 || type === undefined) return anyValue;
  if (type === "array") return { type, items: anyValue };
  return { type, ...anyValue };
}

/** One structural schema for all declarations of a property, and what remains to check for each of them. */
export function shareProperty(declarations: readonly JSONSchemaProps[]): SharedProperty {
  const [first = {}, ...others] = declarations;
  const description = declarations.find((schema) => schema.description)?.description;
  const doc = description === undefined ? {} : { description };
  const bare = withoutDescription(first);
  if (others.every((other) => sameSchema(withoutDescription(other), bare))) {
    return { schema: { ...bare, ...doc }, unchecked: false, unruled: false, checks: [] };
  }
  const nullable = declarations.some((schema) => schema.nullable === true)
    ? { nullable: true }
    : {};
  if (!isScalar(first) || others.some((other) => other.type !== first.type)) {
    return {
      schema: { ...unchecked(declarations), ...nullable, ...doc },
      unchecked: true,
      unruled: false,
      checks: [],
    };
  }
  const common = new Map(Object.entries(bare));
  for (const other of others) {
    const entries = new Map(Object.entries(other));
    for (const [key, value] of common) {
      if (!sameSchema(value, entries.get(key))) common.delete(key);
    }
  }
  return {
    schema: { ...Object.fromEntries(common), ...nullable, ...doc },
    unchecked: false,
    unruled:
      !common.has("x-kubernetes-validations") &&
      declarations.some((schema) => schema["x-kubernetes-validations"] !== undefined),
    checks: declarations.map((schema) =>
      pick(schema, (key) => !structural.has(key) && !common.has(key)),
    ),
  };
}
