import type { ValueSchema } from "./documents.js";

/** The tags of a member: how its value is merged, and its default. */
export function memberTags(input: {
  readonly schema: ValueSchema;
  readonly isOptional: boolean;
}): readonly string[] {
  const { schema } = input;
  const tags: string[] = [];
  const value = defaultOf(input);
  if (value !== undefined) tags.push(`default=${JSON.stringify(value)}`);
  const listType = schema["x-kubernetes-list-type"];
  if (listType !== undefined) tags.push(`listType=${listType}`);
  for (const key of schema["x-kubernetes-list-map-keys"] ?? []) tags.push(`listMapKey=${key}`);
  const mapType = schema["x-kubernetes-map-type"];
  if (mapType !== undefined) {
    tags.push(`${schema.additionalProperties === undefined ? "structType" : "mapType"}=${mapType}`);
  }
  const strategy = schema["x-kubernetes-patch-strategy"];
  if (strategy !== undefined) tags.push(`patchStrategy=${strategy}`);
  const mergeKey = schema["x-kubernetes-patch-merge-key"];
  if (mergeKey !== undefined) tags.push(`patchMergeKey=${mergeKey}`);
  return tags;
}

/**
 * The default that is meant. OpenAPI gives one to each Go field that has no pointer and no omitempty, its zero value: those of
 * required members and of structs mean nothing.
 */
function defaultOf(input: {
  readonly schema: ValueSchema;
  readonly isOptional: boolean;
}): string | number | boolean | undefined {
  const { default: value } = input.schema;
  if (value === undefined || typeof value === "object") return undefined;
  const isZero = value === "" || value === 0 || value === false;
  return isZero && !input.isOptional ? undefined : value;
}
