import { type Diagnostic, diagnostic, didYouMean } from "../diagnostics/index.js";
import type { Tag } from "../model/index.js";
import type { JSONSchemaProps } from "./schema.js";

/** A schema with what its tags say, and what is wrong with them. */
export interface Merged {
  readonly schema: JSONSchemaProps;
  readonly problems: readonly Diagnostic[];
}

type ListType = NonNullable<JSONSchemaProps["x-kubernetes-list-type"]>;
type MapType = NonNullable<JSONSchemaProps["x-kubernetes-map-type"]>;

interface Problem {
  readonly tag: Tag;
  readonly problem: string;
  readonly hint?: string | undefined;
}

const names: ReadonlySet<string> = new Set(["listType", "listMapKey", "mapType", "structType"]);

/** How server-side apply merges a value: listType, listMapKey, mapType and structType, as the API server takes them. */
export function withTopology(input: {
  readonly schema: JSONSchemaProps;
  readonly tags: readonly Tag[];
}): Merged {
  const { schema } = input;
  const tags = input.tags.filter(({ name }) => names.has(name));
  if (tags.length === 0) return { schema, problems: [] };
  const problems = tags
    .flatMap((tag) => [...targetProblems({ tag, schema }), ...listProblems({ tag, tags, schema })])
    .map(({ tag, problem, hint }) =>
      diagnostic("crd/merge-tag", { tag: written(tag), problem }, { span: tag.span, hint }),
    );
  if (problems.length > 0) return { schema, problems };
  const listType = tags.find(({ name }) => name === "listType")?.value;
  const keys = tags.filter(({ name }) => name === "listMapKey").flatMap(({ value }) => value ?? []);
  const mapType = tags.find(({ name }) => name === "mapType" || name === "structType")?.value;
  return {
    schema: {
      ...schema,
      ...(isListType(listType) && { "x-kubernetes-list-type": listType }),
      ...(keys.length > 0 && { "x-kubernetes-list-map-keys": keys }),
      ...(isMapType(mapType) && { "x-kubernetes-map-type": mapType }),
    },
    problems: [],
  };
}

function isListType(value: string | undefined): value is ListType {
  return value === "atomic" || value === "map" || value === "set";
}

function isMapType(value: string | undefined): value is MapType {
  return value === "atomic" || value === "granular";
}

function written({ name, value }: Tag): string {
  return value === undefined ? `+${name}` : `+${name}=${value}`;
}

/** A tag for lists at something else, or one for objects. */
function targetProblems(input: {
  readonly tag: Tag;
  readonly schema: JSONSchemaProps;
}): readonly Problem[] {
  const { tag, schema } = input;
  const wanted = tag.name.startsWith("list") ? "array" : "object";
  return schema.type === wanted ? [] : [{ tag, problem: `it is for values of type ${wanted}` }];
}

function listProblems(input: {
  readonly tag: Tag;
  readonly tags: readonly Tag[];
  readonly schema: JSONSchemaProps;
}): readonly Problem[] {
  const { tag, tags, schema } = input;
  const { items } = schema;
  if (schema.type !== "array" || items === undefined) return [];
  if (tag.name === "listMapKey") {
    const isMap = tags.some(({ name, value }) => name === "listType" && value === "map");
    const problem = "only lists of type map have keys";
    return isMap ? keyProblems({ tag, items }) : [{ tag, problem, hint: "add '// +listType=map'" }];
  }
  if (tag.name !== "listType" || tag.value === "atomic") return [];
  if (items.nullable === true) return [{ tag, problem: "its items cannot be null" }];
  if (tag.value === "set") {
    const problem = "the items of a set are scalars, or lists and objects that are atomic";
    return isWhole(items) ? [] : [{ tag, problem }];
  }
  if (items.type !== "object") {
    return [{ tag, problem: "the items of a list of type map are objects" }];
  }
  const hasKey = tags.some(({ name }) => name === "listMapKey");
  return hasKey ? [] : [{ tag, problem: "it needs a key", hint: "add '// +listMapKey=...'" }];
}

function keyProblems(input: {
  readonly tag: Tag;
  readonly items: JSONSchemaProps;
}): readonly Problem[] {
  const { tag, items } = input;
  const { properties, required = [] } = items;
  const key = tag.value ?? "";
  // Items that are no objects are reported with the list type.
  if (items.type !== "object") return [];
  const property = properties?.[key];
  if (property === undefined) {
    const hint = didYouMean({ word: key, candidates: Object.keys(properties ?? {}) });
    return [{ tag, problem: `the items have no member '${key}'`, hint }];
  }
  if (property.type === "object" || property.type === "array") {
    return [{ tag, problem: "a key is a scalar" }];
  }
  if (property.nullable === true) return [{ tag, problem: "a key cannot be null" }];
  if (required.includes(key) || property.default !== undefined) return [];
  const hint = `write '${key}' without '?', or give it a '+default='`;
  return [{ tag, problem: "a key is required, or has a default", hint }];
}

/** Whether an item has no parts that merging would look into. */
function isWhole(items: JSONSchemaProps): boolean {
  switch (items.type) {
    case "array":
      return (items["x-kubernetes-list-type"] ?? "atomic") === "atomic";
    case "object":
      return items["x-kubernetes-map-type"] === "atomic";
    default:
      return true;
  }
}
