import type { Documents, ValueSchema } from "./documents.js";
import { referenceOf, shortName } from "./member-type.js";

/** The tags of a member: how its value is merged, and its default. */
export function memberTags(input: {
  readonly schema: ValueSchema;
  /** `Container.env` */
  readonly path: string;
  /** Items of a list are told apart by this member, and it may be absent: then the zero value is its value. */
  readonly isOptionalKey: boolean;
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
 * Members whose default is meant although it is a zero value: a tag in Go's types says so. Of the others OpenAPI tells only that the
 * Go field has no pointer and no omitempty.
 */
const meantZeros: ReadonlySet<string> = new Set([
  "AzureDiskVolumeSource.readOnly",
  "ConfigMapEnvSource.name",
  "ConfigMapKeySelector.name",
  "ConfigMapProjection.name",
  "ConfigMapVolumeSource.name",
  "FileKeySelector.optional",
  "GRPCAction.service",
  "LocalObjectReference.name",
  "ReplicationControllerSpec.minReadySeconds",
  "SecretEnvSource.name",
  "SecretKeySelector.name",
  "SecretProjection.name",
]);

function defaultOf(input: {
  readonly schema: ValueSchema;
  readonly path: string;
  readonly isOptionalKey: boolean;
}): string | number | boolean | undefined {
  const { default: value } = input.schema;
  if (value === undefined || typeof value === "object") return undefined;
  const isZero = value === "" || value === 0 || value === false;
  return isZero && !input.isOptionalKey && !meantZeros.has(input.path) ? undefined : value;
}

/** Members by which items of lists are told apart: `DeploymentCondition.type`. */
export function listKeys(documents: Documents): ReadonlySet<string> {
  const members = [...documents.schemas.values()].flatMap(({ properties }) =>
    Object.values(properties),
  );
  return new Set(
    members.flatMap(({ items, "x-kubernetes-list-map-keys": keys = [] }) => {
      const item = items === undefined ? undefined : referenceOf(items);
      return item === undefined ? [] : keys.map((key) => `${shortName(item)}.${key}`);
    }),
  );
}
