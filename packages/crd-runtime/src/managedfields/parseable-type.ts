import type { Structural } from "../schema/index.js";
import { objectMetaType } from "./object-meta-type.js";
import { fieldElement, type PathElement } from "./path-element.js";

/** Kind of a scalar; `untyped` is any of them. */
export type ScalarType = "boolean" | "numeric" | "string" | "untyped";

/** Items of a list: one value in all (`atomic`), or each for itself, found by its keys or, in a set, by its value. */
export interface ListType {
  readonly items: ParseableType;
  readonly relationship: "associative" | "atomic";
  /** Sorted. Empty: a set. */
  readonly keys: readonly ListKey[];
  /** As the schema lists them, for messages. */
  readonly keyNames: readonly string[];
}

/** A member that identifies the items of a list. */
export interface ListKey {
  readonly name: string;
  /** What an item without it has; undefined: nothing. */
  readonly default: unknown;
}

/** Members of an object. */
export interface MapType {
  readonly fields: ReadonlyMap<string, FieldType>;
  /** Of members that `fields` does not name; undefined: there are none. */
  readonly others: ParseableType | undefined;
  readonly relationship: "atomic" | "separable";
}

/** A named member. */
export interface FieldType {
  readonly element: PathElement;
  readonly type: ParseableType;
}

/**
 * What server-side apply knows of a value: the forms that it may take. Where there are several the value decides. Follows
 * schema.Atom of structured-merge-diff.
 */
export interface ParseableType {
  readonly scalar?: ScalarType;
  readonly list?: ListType;
  readonly map?: MapType;
}

/** Any value, as one. */
const untypedAtomic: ParseableType = {
  scalar: "untyped",
  list: {
    get items() {
      return untypedAtomic;
    },
    relationship: "atomic",
    keys: [],
    keyNames: [],
  },
  map: {
    fields: new Map(),
    get others() {
      return untypedAtomic;
    },
    relationship: "atomic",
  },
};

/** Any value, known by what it is: lists are one value, members of objects are fields of their own. */
export const deducedType: ParseableType = {
  scalar: "untyped",
  list: { items: untypedAtomic, relationship: "atomic", keys: [], keyNames: [] },
  map: {
    fields: new Map(),
    get others() {
      return deducedType;
    },
    relationship: "separable",
  },
};

/** Whether the fields of an object are not known from a schema. */
export function isDeducedMap(map: MapType): boolean {
  const { others, fields } = map;
  if (fields.size > 0 || others === undefined) return false;
  return others === deducedType || others.scalar === "untyped";
}

/**
 * The type of a kind's objects. `apiVersion`, `kind` and `metadata` are what they are in every kind. Build it once for a
 * schema. Follows schemaconv of kube-openapi.
 *
 * @param schema undefined: everything is deduced from the objects
 */
export function parseableType(schema: Structural | undefined): ParseableType {
  if (schema === undefined) return deducedType;
  return typeOf({ schema: { ...schema, embeddedResource: true }, preserving: false });
}

/** Members that every object of the API has, embedded ones too. */
const resourceFields: ReadonlyMap<string, FieldType> = new Map([
  ["apiVersion", { element: fieldElement("apiVersion"), type: { scalar: "string" } }],
  ["kind", { element: fieldElement("kind"), type: { scalar: "string" } }],
  ["metadata", { element: fieldElement("metadata"), type: objectMetaType }],
]);

interface Conversion {
  readonly schema: Structural;
  /** Whether the schema is below one that preserves unknown fields. */
  readonly preserving: boolean;
}

function typeOf(input: Conversion): ParseableType {
  const { schema } = input;
  const conversion = { schema, preserving: input.preserving || schema.preserveUnknownFields };
  switch (schema.type) {
    case undefined:
      return { scalar: "untyped", list: listOf(conversion), map: mapOf(conversion) };
    case "object":
      return { map: mapOf(conversion) };
    case "array":
      return { list: listOf(conversion) };
    case "boolean":
      return { scalar: "boolean" };
    case "integer":
    case "number":
      return { scalar: "numeric" };
    case "string":
      return { scalar: isText(schema.value.format) ? "string" : "untyped" };
  }
}

/** Strings of other formats may come as something else: int-or-string, for one. */
function isText(format: string | undefined): boolean {
  return format === undefined || format === "" || format === "byte";
}

function mapOf(conversion: Conversion): MapType {
  const { schema, preserving } = conversion;
  const fields = new Map<string, FieldType>();
  for (const [name, property] of schema.properties) {
    const type = typeOf({ schema: property, preserving });
    fields.set(name, { element: fieldElement(name), type });
  }
  if (schema.embeddedResource) {
    for (const [name, field] of resourceFields) fields.set(name, field);
  }
  const relationship = schema.mapType === "atomic" ? "atomic" : "separable";
  return { fields, others: othersOf({ conversion, named: fields.size }), relationship };
}

function othersOf(input: {
  readonly conversion: Conversion;
  readonly named: number;
}): ParseableType | undefined {
  const { schema, preserving } = input.conversion;
  const { additionalProperties } = schema;
  if (typeof additionalProperties === "boolean") {
    return additionalProperties ? deducedType : undefined;
  }
  if (additionalProperties !== undefined) {
    return typeOf({ schema: additionalProperties, preserving });
  }
  return preserving || input.named === 0 ? deducedType : undefined;
}

function listOf(conversion: Conversion): ListType {
  const { schema, preserving } = conversion;
  const items =
    schema.items === undefined ? untypedAtomic : typeOf({ schema: schema.items, preserving });
  if (schema.listType !== "map" && schema.listType !== "set") {
    return { items, relationship: "atomic", keys: [], keyNames: [] };
  }
  const keyNames = schema.listType === "map" ? schema.listMapKeys : [];
  const keys = keyNames.toSorted().map((name) => ({
    name,
    default: schema.items?.properties.get(name)?.default ?? undefined,
  }));
  return { items, relationship: "associative", keys, keyNames };
}
