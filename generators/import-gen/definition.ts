import { isJsonObject, type JsonValue } from "../model/index.js";
import { type Schema, schemaAt, schemaWithoutNulls, textAt, withoutUnknown } from "./schema.js";

/** A CustomResourceDefinition to import: its parts, and all of it. */
export interface Definition {
  readonly group: string;
  readonly kind: string;
  readonly plural: string;
  readonly scope: "Namespaced" | "Cluster";
  /** In the order of the definition. */
  readonly versions: readonly DefinitionVersion[];
  /** Without the status, what the API server adds to the metadata, and nulls. */
  readonly json: Schema;
}

export interface DefinitionVersion {
  readonly name: string;
  readonly storage: boolean;
  /** Without keywords that Kubernetes does not have. */
  readonly schema: Schema;
  /** The entry in `spec.versions`. */
  readonly json: Schema;
}

const ofServer: ReadonlySet<string> = new Set([
  "creationTimestamp",
  "generation",
  "resourceVersion",
  "uid",
  "selfLink",
]);

/** Reads the parts of a definition without nulls; undefined where one of those is missing without which there are no types. */
export function definitionOf(document: Schema): Definition | undefined {
  const { status: _, ...rest } = document;
  const metadata = schemaAt(rest, "metadata") ?? {};
  const json: Schema = {
    ...rest,
    metadata: Object.fromEntries(Object.entries(metadata).filter(([key]) => !ofServer.has(key))),
  };
  const spec = schemaAt(json, "spec") ?? {};
  const names = schemaAt(spec, "names") ?? {};
  const group = textAt(spec, "group");
  const kind = textAt(names, "kind");
  const plural = textAt(names, "plural");
  const scope = textAt(spec, "scope");
  const versions = versionsOf(spec);
  return group === undefined ||
    kind === undefined ||
    plural === undefined ||
    (scope !== "Namespaced" && scope !== "Cluster") ||
    versions === undefined
    ? undefined
    : { group, kind, plural, scope, versions, json };
}

function versionsOf(spec: Schema): readonly DefinitionVersion[] | undefined {
  const { versions } = spec;
  if (!Array.isArray(versions)) return undefined;
  const read = versions.map((entry: JsonValue): DefinitionVersion | undefined => {
    if (!isJsonObject(entry)) return undefined;
    const name = textAt(entry, "name");
    const schema = schemaAt(schemaAt(entry, "schema") ?? {}, "openAPIV3Schema");
    return name === undefined || schema === undefined
      ? undefined
      : { name, storage: entry["storage"] === true, schema: withoutUnknown(schema), json: entry };
  });
  const known = read.filter((one) => one !== undefined);
  return known.length === read.length && known.length > 0 ? known : undefined;
}

/** A definition without nulls, as the API server reads it: those of the schemas by what their keywords mean. */
export function withoutNulls(document: Schema): Schema {
  return Object.fromEntries(
    Object.entries(document)
      .filter(([, value]) => value !== null)
      .map(([key, value]) => [key, plainValue({ key, value })]),
  );
}

function plainValue(input: { readonly key: string; readonly value: JsonValue }): JsonValue {
  const { key, value } = input;
  if (Array.isArray(value)) {
    return value.map((one: JsonValue) => plainValue({ key: "", value: one }));
  }
  if (!isJsonObject(value)) return value;
  return key === "openAPIV3Schema" ? schemaWithoutNulls(value) : withoutNulls(value);
}
