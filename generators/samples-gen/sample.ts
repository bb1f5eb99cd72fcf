import type { FieldError } from "crd-runtime/schema";
import { isJsonObject, type JsonValue } from "../model/index.js";
import type { Checker } from "./checker.js";
import type { CompiledSchemas } from "./compiled-schemas.js";
import type { CustomResourceDefinition, DefinitionVersion, JsonObject, Schema } from "./schema.js";
import { search } from "./search.js";
import { type Fullness, SampleValues } from "./values.js";

/** Optional members of an object that would be empty without them. */
const mostOfEmpty = 3;

/** A sample, or what is wrong with the best one that was found. */
export type Sample =
  | { readonly object: JsonObject; readonly problem?: undefined }
  | { readonly problem: FieldError };

/** Makes an object of a version that the API server takes. */
export function makeSample(input: {
  readonly definition: CustomResourceDefinition;
  readonly version: DefinitionVersion;
  readonly schema: Schema;
  readonly checker: Checker;
  readonly compiled: CompiledSchemas;
}): Sample {
  const { schema, checker, compiled } = input;
  let problem: FieldError | undefined;
  for (const fullness of ["shown", "least"] as const) {
    const values = new SampleValues({ fullness, compiled });
    const object = firstObject({ ...input, values, fullness });
    const found = search({ object, schema, checker, values });
    const [first] = found.problems;
    if (first === undefined) return { object: found.object };
    problem ??= first;
  }
  if (problem === undefined) throw new Error("a sample without problems was not taken");
  return { problem };
}

function firstObject(input: {
  readonly definition: CustomResourceDefinition;
  readonly version: DefinitionVersion;
  readonly schema: Schema;
  readonly values: SampleValues;
  readonly fullness: Fullness;
}): JsonObject {
  const { definition, version, schema, values, fullness } = input;
  const { properties = {}, required = [] } = schema;
  const { spec } = properties;
  const hasStatus = version.subresources?.status !== undefined;
  const members = Object.entries(properties).flatMap(([name, property]): [string, JsonValue][] => {
    if (["apiVersion", "kind", "metadata"].includes(name)) return [];
    if (name === "status" && hasStatus) return [];
    const isWanted = name === "spec" || required.includes(name) || values.isShown(property);
    return isWanted ? [[name, values.valueOf(property, name)]] : [];
  });
  const own: JsonObject = Object.fromEntries(members);
  const head = identity({ definition, version });
  if (fullness === "least") return { ...head, ...own };
  if (spec === undefined) {
    return { ...head, ...filledUp({ object: own, schema, values }) };
  }
  const { spec: value = {} } = own;
  return { ...head, ...own, spec: filledUp({ object: value, schema: spec, values }) };
}

/** Kubebuilder's name; of a version that is not stored with the version, so that all samples can be applied together. */
function identity(input: {
  readonly definition: CustomResourceDefinition;
  readonly version: DefinitionVersion;
}): JsonObject {
  const { spec } = input.definition;
  const { name, storage } = input.version;
  const sample = `${spec.names.kind.toLowerCase()}-sample`;
  return {
    apiVersion: `${spec.group}/${name}`,
    kind: spec.names.kind,
    metadata: {
      name: storage ? sample : `${sample}-${name}`,
      ...(spec.scope === "Namespaced" && { namespace: "default" }),
    },
  };
}

const notFilled: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata", "status"]);

/** An object that would be empty shows some of what it may have: scalars, or else its first member. */
function filledUp<T extends JsonValue>(input: {
  readonly object: T;
  readonly schema: Schema;
  readonly values: SampleValues;
}): T | JsonObject {
  const { object, schema, values } = input;
  if (!isJsonObject(object) || Object.keys(object).length > 0) return object;
  const members = Object.entries(schema.properties ?? {}).filter(([name]) => !notFilled.has(name));
  const scalars = members.filter(([, { type }]) => type !== "array" && type !== "object");
  const chosen = scalars.length > 0 ? scalars.slice(0, mostOfEmpty) : members.slice(0, 1);
  return Object.fromEntries(
    chosen.map(([name, property]) => [name, values.valueOf(property, name)]),
  );
}
