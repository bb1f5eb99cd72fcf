import { escapeName } from "../../schema/cel/escape-name.js";
import { withResourceMembers } from "../../schema/cel/resource-members.js";
import type { Structural } from "../../schema/structural.js";
import type { Range } from "./range.js";

/** How large the values of a schema node can be. */
export interface SizeNode {
  /** Most elements of a list or a map, most bytes of a string; 0 for other values. */
  readonly maxElements: number;
  /** Fewest bytes of the value as JSON. */
  readonly minSize: number;
  /** By the name that expressions use. */
  readonly fields?: ReadonlyMap<string, SizeNode>;
  readonly element?: SizeNode;
}

/** The largest request that the API server reads, in bytes. */
const maxRequest = 3 * 1024 * 1024;
const longestText = maxRequest - 2;

const boolean: SizeNode = { maxElements: 0, minSize: 4 };
const number: SizeNode = { maxElements: 0, minSize: 1 };
const text: SizeNode = { maxElements: longestText, minSize: 2 };

/** How often values of a node can occur in an object, when nothing limits the lists around them. */
export function maxOccurrences({ minSize }: SizeNode): number {
  return Math.floor(maxRequest / (minSize + 1));
}

/**
 * Sizes of the values of a schema; undefined where expressions cannot see them. Follows SchemaDeclType of
 * k8s.io/apiserver/pkg/cel/common.
 */
export function sizeNodeOf(input: {
  readonly schema: Structural;
  readonly as: "resource" | "value";
}): SizeNode | undefined {
  const { schema, as } = input;
  const { maxLength } = schema.value;
  if (schema.intOrString) {
    return { maxElements: runes(maxLength) ?? longestText, minSize: 1 };
  }
  switch (schema.type) {
    case "array":
      return listNode(schema);
    case "object":
      return objectNode(schema, as);
    case "string":
      return stringNode(schema);
    case "boolean":
      return boolean;
    case "integer":
    case "number":
      return number;
    case undefined:
      return undefined;
  }
}

/** Runes have up to four bytes. */
function runes(maxLength: number | undefined): number | undefined {
  return maxLength === undefined ? undefined : Math.max(maxLength, 0) * 4;
}

function memberNode(schema: Structural): SizeNode | undefined {
  return sizeNodeOf({ schema, as: schema.embeddedResource ? "resource" : "value" });
}

function listNode({ items, value }: Structural): SizeNode | undefined {
  const element = items === undefined ? undefined : memberNode(items);
  if (element === undefined) return undefined;
  const most = Math.floor(longestText / (element.minSize + 1));
  return { maxElements: limited(value.maxItems) ?? most, minSize: 2, element };
}

function objectNode(schema: Structural, as: "resource" | "value"): SizeNode | undefined {
  const { additionalProperties, value } = schema;
  if (typeof additionalProperties === "object") {
    const element = memberNode(additionalProperties);
    if (element === undefined) return undefined;
    const most = Math.floor(longestText / (element.minSize + 6));
    return { maxElements: limited(value.maxProperties) ?? most, minSize: 2, element };
  }
  const fields = new Map<string, SizeNode>();
  const required = new Set(value.required);
  let minSize = 2;
  const { properties } = as === "resource" ? withResourceMembers(schema) : schema;
  for (const [name, property] of properties) {
    const node = memberNode(property);
    if (node === undefined) continue;
    const escaped = escapeName(name);
    if (escaped !== undefined) fields.set(escaped, node);
    if (required.has(name) && property.default === undefined) {
      minSize += Buffer.byteLength(name) + node.minSize + 4;
    }
  }
  return { maxElements: 0, minSize, fields };
}

function stringNode({ value }: Structural): SizeNode {
  const { format, maxLength, enum: values = [] } = value;
  switch (format) {
    case "byte":
      return { maxElements: limited(maxLength) ?? longestText, minSize: 2 };
    case "duration":
      return { maxElements: 32, minSize: 3 };
    case "date":
      return { maxElements: 12, minSize: 12 };
    case "date-time":
      return { maxElements: 32, minSize: 21 };
    default:
      break;
  }
  if (maxLength !== undefined) return { maxElements: runes(maxLength) ?? 0, minSize: 2 };
  if (values.length === 0) return text;
  const lengths = values.map((item) => (typeof item === "string" ? Buffer.byteLength(item) : 0));
  return { maxElements: Math.max(...lengths), minSize: 2 };
}

function limited(value: number | undefined): number | undefined {
  return value === undefined ? undefined : Math.max(value, 0);
}

/** The size of what a path below `self` or `oldSelf` leads to; `@items` and `@values` are elements. */
export function sizeAt(root: SizeNode, path: readonly string[]): Range | undefined {
  let node: SizeNode | undefined = root;
  for (const name of path.slice(1)) {
    if (name === "@keys") {
      node = node.element === undefined || node.fields !== undefined ? undefined : key;
    } else if (name === "@items" || name === "@values") node = node.element;
    else node = node.fields?.get(name);
    if (node === undefined) return undefined;
  }
  return path.length === 0 ? undefined : { min: 0, max: node.maxElements };
}

/** Keys of maps: the server assumes no length. */
const key: SizeNode = { maxElements: 0, minSize: 2 };
