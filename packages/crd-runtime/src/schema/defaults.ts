import { copyJson, isObject, type JsonMembers, setMember } from "./json.js";
import type { Structural } from "./structural.js";

/** An object and the schema whose defaults it gets. */
export interface DefaultInput {
  /** Changed in place. */
  readonly object: unknown;
  readonly schema: Structural | undefined;
}

/**
 * Fills in defaults, as the server does when it reads a request and when it reads from storage: first drops null where null
 * is no value and there is no default, then sets copies of the defaults where a member is absent, or null without being
 * allowed to. Members are added in the order of the schema.
 *
 * Follows defaulting.PruneNonNullableNullsWithoutDefaults and defaulting.Default of apiextensions-apiserver.
 */
export function applyDefaults({ object, schema }: DefaultInput): void {
  pruneNulls(object, schema);
  setDefaults(object, schema);
}

/** Drops members that are null, where null is neither allowed nor replaced by a default. */
export function pruneNulls(value: unknown, schema: Structural | undefined): void {
  if (typeof value !== "object" || value === null || schema === undefined) return;
  if (Array.isArray(value)) {
    for (const item of value) pruneNulls(item, schema.items);
    return;
  }
  if (!isObject(value)) return;
  for (const name of Object.keys(value)) {
    const child = value[name];
    if (typeof child !== "object") continue;
    const property = memberSchema(schema, name);
    if (child !== null) pruneNulls(child, property);
    else if (isForbiddenNull(child, property) && property?.default === undefined)
      delete value[name];
  }
}

function setDefaults(value: unknown, schema: Structural | undefined): void {
  if (typeof value !== "object" || value === null || schema === undefined) return;
  if (Array.isArray(value)) setElements(value, schema.items);
  else if (isObject(value)) setMembers(value, schema);
}

function setMembers(object: JsonMembers, schema: Structural): void {
  for (const [name, property] of schema.properties) {
    if (property.default === undefined) continue;
    if (!Object.hasOwn(object, name) || isForbiddenNull(object[name], property)) {
      setMember(object, name, copyJson(property.default));
    }
  }
  for (const name of Object.keys(object)) {
    const child = object[name];
    if (typeof child !== "object") continue;
    const property = schema.properties.get(name);
    if (property !== undefined) setDefaults(child, property);
    else if (typeof schema.additionalProperties === "object") {
      if (isForbiddenNull(child, schema.additionalProperties)) {
        setMember(object, name, copyJson(schema.additionalProperties.default ?? null));
      }
      setDefaults(object[name], schema.additionalProperties);
    }
  }
}

function setElements(values: unknown[], schema: Structural | undefined): void {
  if (schema === undefined) return;
  for (let index = 0; index < values.length; index += 1) {
    if (isForbiddenNull(values[index], schema)) values[index] = copyJson(schema.default ?? null);
    setDefaults(values[index], schema);
  }
}

function memberSchema(schema: Structural, name: string): Structural | undefined {
  const property = schema.properties.get(name);
  if (property !== undefined) return property;
  return typeof schema.additionalProperties === "object" ? schema.additionalProperties : undefined;
}

function isForbiddenNull(value: unknown, schema: Structural | undefined): boolean {
  return value === null && schema !== undefined && !schema.nullable;
}
