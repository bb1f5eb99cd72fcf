import { isJsonObject, type JsonValue } from "../model/index.js";
import type { JSONSchemaProps } from "./schema.js";

/** A default that the API server takes, or the member that it lacks. */
export type CompleteDefault =
  | { readonly value: JsonValue; readonly missing?: undefined }
  | { readonly missing: string };

/**
 * The API server refuses a default that lacks a required member, although it would give that member a default in turn: so
 * those are written out. Optional members are left to the server.
 */
export function completeDefault(input: {
  readonly value: JsonValue;
  readonly schema: JSONSchemaProps;
}): CompleteDefault {
  const { value, schema } = input;
  if (Array.isArray(value)) {
    const { items } = schema;
    return items === undefined
      ? { value }
      : together(
          value.map((one, index) => [String(index), one, items]),
          (entries) => entries.map(([, one]) => one),
        );
  }
  if (!isJsonObject(value)) return { value };
  const required = schema.required ?? [];
  const missing = required.filter((name) => !Object.hasOwn(value, name));
  const unknown = missing.find((name) => schema.properties?.[name]?.default === undefined);
  if (unknown !== undefined) return { missing: unknown };
  const given = missing.map((name) => [name, schema.properties?.[name]?.default ?? null] as const);
  return together(
    [...Object.entries(value), ...given].map(([name, one]) => [
      name,
      one,
      memberSchema({ schema, name }),
    ]),
    (entries) => Object.fromEntries(entries),
  );
}

function memberSchema(input: {
  readonly schema: JSONSchemaProps;
  readonly name: string;
}): JSONSchemaProps | undefined {
  const { schema, name } = input;
  const own = schema.properties;
  return own !== undefined && Object.hasOwn(own, name) ? own[name] : schema.additionalProperties;
}

type Entry = readonly [name: string, value: JsonValue];

/** Completes the parts of a value and puts it together again. */
function together(
  parts: readonly (readonly [...Entry, schema: JSONSchemaProps | undefined])[],
  join: (entries: readonly Entry[]) => JsonValue,
): CompleteDefault {
  const entries: Entry[] = [];
  for (const [name, value, schema] of parts) {
    const part = schema === undefined ? { value } : completeDefault({ value, schema });
    if (part.missing !== undefined) return part;
    entries.push([name, part.value]);
  }
  return { value: join(entries) };
}
