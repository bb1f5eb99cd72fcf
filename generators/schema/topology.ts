import { diagnostic, didYouMean } from "../diagnostics/index.js";
import { constraintsOf, mergeConstraints, type Tag, writtenTag } from "../model/index.js";
import type { Marked } from "./markers.js";
import type { JSONSchemaProps } from "./schema.js";

type ListType = NonNullable<JSONSchemaProps["x-kubernetes-list-type"]>;
type MapType = NonNullable<JSONSchemaProps["x-kubernetes-map-type"]>;

interface Problem {
  readonly tag: Tag;
  readonly problem: string;
  readonly hint?: string | undefined;
}

const names: ReadonlySet<string> = new Set([
  "listType",
  "k8s:listType",
  "listMapKey",
  "k8s:listMapKey",
  "mapType",
  "structType",
  // With which listMapKey is about something else.
  "k8s:unique",
]);

/**
 * How server-side apply merges a value: listType, listMapKey, mapType and structType, as the API server takes them. What a
 * member says counts before what its type says.
 */
export function withTopology(input: {
  readonly schema: JSONSchemaProps;
  readonly tags: readonly Tag[];
}): Marked {
  const { schema } = input;
  // None of them is read of items or values.
  const own = input.tags.filter(({ name }) => names.has(name));
  if (own.length === 0) return { schema, problems: [] };
  const constraints = constraintsOf(own);
  const tags = constraints.map(({ tag }) => tag);
  const said = mergeConstraints(constraints);
  const listType = said["x-kubernetes-list-type"];
  const problems = tags
    .flatMap((tag) => [
      ...targetProblems({ tag, schema }),
      ...contradictions({ tag, said: saidOf(tag.name, said) }),
      ...listProblems({ tag, tags, schema }),
    ])
    .map(({ tag, problem, hint }) =>
      diagnostic("crd/merge-tag", { tag: writtenTag(tag), problem }, { span: tag.span, hint }),
    );
  if (problems.length > 0) return { schema, problems };
  const keys = said["x-kubernetes-list-map-keys"] ?? [];
  const mapType = said["x-kubernetes-map-type"];
  const { "x-kubernetes-list-map-keys": before, ...rest } = schema;
  const keysBefore = listType === undefined || listType === "map" ? before : undefined;
  return {
    schema: {
      ...rest,
      ...(isListType(listType) && { "x-kubernetes-list-type": listType }),
      ...(keysBefore !== undefined && { "x-kubernetes-list-map-keys": keysBefore }),
      ...(keys.length > 0 && { "x-kubernetes-list-map-keys": keys }),
      ...(isMapType(mapType) && { "x-kubernetes-map-type": mapType }),
    },
    problems: [],
  };
}

/** The value that counts for tags of a name; undefined for keys, of which there can be several. */
function saidOf(name: string, said: ReturnType<typeof mergeConstraints>): string | undefined {
  if (name.endsWith("listMapKey")) return undefined;
  return name.endsWith("listType") ? said["x-kubernetes-list-type"] : said["x-kubernetes-map-type"];
}

/** Two spellings of one tag that say different things, such as listType and k8s:listType. */
function contradictions(input: {
  readonly tag: Tag;
  readonly said: string | undefined;
}): readonly Problem[] {
  const { tag, said } = input;
  return said === undefined || said === tag.value
    ? []
    : [{ tag, problem: `another tag says '${said}'` }];
}

function isListType(value: string | undefined): value is ListType {
  return value === "atomic" || value === "map" || value === "set";
}

function isMapType(value: string | undefined): value is MapType {
  return value === "atomic" || value === "granular";
}

/** A tag for lists at something else, or one for objects. */
function targetProblems(input: {
  readonly tag: Tag;
  readonly schema: JSONSchemaProps;
}): readonly Problem[] {
  const { tag, schema } = input;
  const wanted = /(?:^|:)list/.test(tag.name) ? "array" : "object";
  // As in controller-gen, what has no type can be an object.
  const isOpen = tag.name === "structType" && schema.type === undefined;
  return schema.type === wanted || isOpen
    ? []
    : [{ tag, problem: `it is for values of type ${wanted}` }];
}

function listProblems(input: {
  readonly tag: Tag;
  readonly tags: readonly Tag[];
  readonly schema: JSONSchemaProps;
}): readonly Problem[] {
  const { tag, tags, schema } = input;
  const { items } = schema;
  if (schema.type !== "array" || items === undefined) return [];
  if (tag.name.endsWith("listMapKey")) {
    const isMap = tags.some(({ name, value }) => name.endsWith("listType") && value === "map");
    const problem = "only lists of type map have keys";
    return isMap ? keyProblems({ tag, items }) : [{ tag, problem, hint: "add '// +listType=map'" }];
  }
  if (!tag.name.endsWith("listType") || tag.value === "atomic") return [];
  if (items.nullable === true) return [{ tag, problem: "its items cannot be null" }];
  if (tag.value === "set") {
    const problem = "the items of a set are scalars, or lists and objects that are atomic";
    return isWhole(items) ? [] : [{ tag, problem }];
  }
  if (items.type !== "object") {
    return [{ tag, problem: "the items of a list of type map are objects" }];
  }
  const hasKey = tags.some(({ name }) => name.endsWith("listMapKey"));
  return hasKey ? [] : [{ tag, problem: "it needs a key", hint: "add '// +listMapKey=...'" }];
}

function keyProblems(input: {
  readonly tag: Tag;
  readonly items: JSONSchemaProps;
}): readonly Problem[] {
  const { tag, items } = input;
  const { properties, required = [] } = items;
  // As it is read: `"a.b"` names `a.b`.
  const said = mergeConstraints(constraintsOf([tag]))["x-kubernetes-list-map-keys"];
  const [key = ""] = said ?? [];
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
