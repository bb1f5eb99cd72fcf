import { diagnostic } from "../diagnostics/index.js";
import { isJsonObject, type JsonValue, type Member } from "../model/index.js";
import type { Marked } from "./markers.js";
import { type JSONSchemaProps, valuesOf } from "./schema.js";

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
  return own !== undefined && Object.hasOwn(own, name) ? own[name] : valuesOf(schema);
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

/** With the default of the member; as in controller-gen, one of its type is for generated functions only. */
export function withDefault(input: {
  readonly schema: JSONSchemaProps;
  readonly member: Member;
}): Marked {
  const { schema, member } = input;
  if (member.default === undefined) return { schema, problems: [] };
  const { json, constant, span } = member.default;
  if (constant !== undefined && json === undefined) {
    const parameters = { name: member.name, constant: constant.name };
    return { schema, problems: [diagnostic("crd/default-not-known", parameters, { span })] };
  }
  // Null as a default is no default to the API server.
  if (json === undefined || json.value === null) return { schema, problems: [] };
  const complete = completeDefault({ value: json.value, schema });
  if (complete.missing === undefined) {
    return { schema: { ...schema, default: complete.value }, problems: [] };
  }
  const parameters = { name: member.name, missing: complete.missing };
  return { schema, problems: [diagnostic("crd/default-incomplete", parameters, { span })] };
}
