import { type Clock, stringifyJSON } from "crd-runtime";
import type { CustomResourceColumnDefinition } from "crd-runtime/apiextensions/v1";
import type { ApiObject } from "../../object.js";
import type { TableColumn } from "../../resources/resource.js";
import { humanDuration } from "./human-duration.js";
import { JsonPath } from "./json-path.js";

export const ageDescription =
  "CreationTimestamp is a timestamp representing the server time when this object was created. It is not guaranteed to be " +
  "set in happens-before order across separate operations. Clients may not set this value. It is represented in RFC3339 " +
  "form and is in UTC.\n\nPopulated by the system. Read-only. Null for lists. More info: " +
  "https://git.k8s.io/community/contributors/devel/sig-architecture/api-conventions.md#metadata";
const nameDescription =
  "Name must be unique within a namespace. Is required when creating resources, although some resources may allow a client " +
  "to request the generation of an appropriate name automatically. Name is primarily intended for creation idempotence and " +
  "configuration definition. Cannot be updated. More info: " +
  "https://kubernetes.io/docs/concepts/overview/working-with-objects/names#names";

/** The column that each table begins with. */
export const nameColumn: TableColumn = {
  name: "Name",
  type: "string",
  format: "name",
  description: nameDescription,
  priority: 0,
  cell: (object) => object.metadata.name ?? "",
};

const age: CustomResourceColumnDefinition = {
  name: "Age",
  type: "date",
  description: ageDescription,
  jsonPath: ".metadata.creationTimestamp",
};

/**
 * Columns of the table that the server prints for custom resources: the name, then those of the definition, or the age when
 * there are none. Ages are told by the clock.
 *
 * Follows tableconvertor of apiextensions-apiserver: a path that does not parse leaves the name and the columns before it.
 */
export function printerColumns(input: {
  readonly columns: readonly CustomResourceColumnDefinition[] | undefined;
  readonly clock: Clock;
}): readonly TableColumn[] {
  const { columns, clock } = input;
  const asked = columns === undefined || columns.length === 0 ? [age] : columns;
  const made: TableColumn[] = [nameColumn];
  for (const column of asked) {
    const path = parse(column.jsonPath);
    if (path === undefined) break;
    made.push({
      name: column.name,
      type: column.type,
      format: column.format ?? "",
      description:
        column.description ||
        `Custom resource definition column (in JSONPath format): ${column.jsonPath}`,
      priority: column.priority ?? 0,
      cell: (object) => cellOf({ value: first(path, object), type: column.type, clock }),
    });
  }
  return made;
}

function parse(source: string): JsonPath | undefined {
  try {
    return new JsonPath(source);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const absent = Symbol("absent");

function first(path: JsonPath, object: ApiObject): unknown {
  try {
    const [value = absent] = path.find(object);
    return value;
  } catch {
    // Whatever does not fit shows nothing.
    return absent;
  }
}

/** A value as the cell of a column; null where the value does not suit the column's type. */
export function cellOf(input: {
  readonly value: unknown;
  readonly type: string;
  readonly clock: Clock;
}): unknown {
  const { value, type, clock } = input;
  if (value === absent) return null;
  if (type === "string") return textOf(value);
  switch (type) {
    case "integer":
      return typeof value === "number"
        ? Math.trunc(value)
        : typeof value === "bigint"
          ? value
          : null;
    case "number":
      return typeof value === "number" ? value : typeof value === "bigint" ? Number(value) : null;
    case "boolean":
      return typeof value === "boolean" ? value : null;
    case "date":
      return typeof value === "string" ? ageOf({ time: value, clock }) : null;
    default:
      return null;
  }
}

function textOf(value: unknown): string {
  if (value === null) return "null";
  if (typeof value === "object") return sortedJson(value);
  return typeof value === "number" ? goNumber(value) : String(value);
}

/** JSON as Go writes maps: members sorted, and `<`, `>`, `&` escaped. */
function sortedJson(value: unknown): string {
  const text = stringifyJSON(sorted(value));
  return text.replaceAll(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, member]) => [name, sorted(member)]),
  );
}

/** Go's %v: exponents from 1e21 on for floats, with two digits. */
function goNumber(value: number): string {
  return String(value).replace(/e([+-])(\d)$/, "e$10$2");
}

function ageOf(input: { readonly time: string; readonly clock: Clock }): string {
  const { time, clock } = input;
  if (time === "") return "<unknown>";
  const at = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(time)
    ? Date.parse(time)
    : Number.NaN;
  return Number.isNaN(at) ? "<invalid>" : humanDuration(clock.now() - at);
}
