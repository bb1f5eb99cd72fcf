import {
  deducedType,
  type FieldType,
  type ListType,
  type MapType,
  type ParseableType,
  type ScalarType,
} from "./parseable-type.js";
import { fieldElement } from "./path-element.js";

type Json = Readonly<Record<string, unknown>>;

/** The part of an OpenAPI v3 document that describes types. */
export interface OpenAPIDocument {
  readonly components?: { readonly schemas?: Readonly<Record<string, object>> };
}

/**
 * What a definition of an OpenAPI v3 document says of its values: one that openapi-gen writes, or that an API server publishes
 * at `/openapi/v3/...`. References are followed where a value leads there, so types may contain themselves. Follows
 * schemaconv of kube-openapi.
 *
 * @throws when the document has no such definition
 *
 * @example
 * const type = openAPIType({ document, name: "com.example.v1.Database" });
 * const applied = extractItems({ value: object, type, fields: owned.leaves() });
 */
export function openAPIType(input: {
  readonly document: OpenAPIDocument;
  readonly name: string;
}): ParseableType {
  const schemas = input.document.components?.schemas ?? {};
  if (!Object.hasOwn(schemas, input.name)) {
    throw new Error(`the OpenAPI document has no definition ${input.name}`);
  }
  return new Types(schemas).typeOf({ $ref: `${prefix}${input.name}` });
}

const prefix = "#/components/schemas/";

function isJson(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function schemasIn(value: unknown): readonly Json[] {
  return Array.isArray(value) ? value.filter(isJson) : [];
}

/** The types of one document, each made when it is asked for. */
class Types {
  readonly #schemas: Readonly<Record<string, object>>;
  readonly #types = new Map<Json, ParseableType>();

  constructor(schemas: Readonly<Record<string, object>>) {
    this.#schemas = schemas;
  }

  typeOf(schema: Json): ParseableType {
    const known = this.#types.get(schema);
    if (known !== undefined) return known;
    const type = this.#convert(this.#flat({ schema, open: new Set() }));
    this.#types.set(schema, type);
    return type;
  }

  /** The schema without references and `allOf` at its top: what stands beside them counts more. */
  #flat(input: { readonly schema: Json; readonly open: ReadonlySet<string> }): Json {
    const { schema, open } = input;
    const { $ref: reference, allOf, ...own } = schema;
    const parts = schemasIn(allOf).map((part) => this.#flat({ schema: part, open }));
    if (typeof reference === "string" && reference.startsWith(prefix) && !open.has(reference)) {
      const name = reference.slice(prefix.length);
      const target = Object.hasOwn(this.#schemas, name) ? this.#schemas[name] : undefined;
      if (isJson(target)) {
        parts.push(this.#flat({ schema: target, open: new Set([...open, reference]) }));
      }
    }
    return parts.length === 0 ? own : together([...parts, own]);
  }

  #convert(schema: Json): ParseableType {
    switch (schema["type"]) {
      case "object":
        return { map: this.#map(this.#withBranches(schema)) };
      case "array":
        return { list: this.#list(schema) };
      case "boolean":
        return { scalar: "boolean" };
      case "integer":
      case "number":
        return { scalar: "numeric" };
      case "string":
        return { scalar: isText(schema["format"]) ? "string" : "untyped" };
    }
    const branches = [...schemasIn(schema["oneOf"]), ...schemasIn(schema["anyOf"])];
    return branches.length === 0 ? deducedType : anyOf(branches.map((one) => this.typeOf(one)));
  }

  /** A union of objects as one object: which of them it is makes no difference to who owns a field. */
  #withBranches(schema: Json): Json {
    const branches = [...schemasIn(schema["oneOf"]), ...schemasIn(schema["anyOf"])];
    if (branches.length === 0) return schema;
    const flat = branches.map((one) => this.#flat({ schema: one, open: new Set() }));
    return together([...flat, schema]);
  }

  #map(schema: Json): MapType {
    const { properties, additionalProperties: others } = schema;
    const typeOf = (inner: Json): ParseableType => this.typeOf(inner);
    const fields = new Map<string, FieldType>();
    for (const [name, property] of Object.entries(isJson(properties) ? properties : {})) {
      const field: FieldType = {
        element: fieldElement(name),
        get type() {
          return isJson(property) ? typeOf(property) : deducedType;
        },
      };
      fields.set(name, field);
    }
    const isOpen =
      others === true ||
      schema["x-kubernetes-preserve-unknown-fields"] === true ||
      (fields.size === 0 && others === undefined);
    return {
      fields,
      get others() {
        if (isJson(others)) return typeOf(others);
        return isOpen ? deducedType : undefined;
      },
      relationship: schema["x-kubernetes-map-type"] === "atomic" ? "atomic" : "separable",
    };
  }

  #list(schema: Json): ListType {
    const { items } = schema;
    const typeOf = (inner: Json): ParseableType => this.typeOf(inner);
    const kind = schema["x-kubernetes-list-type"];
    const named = schema["x-kubernetes-list-map-keys"];
    const keyNames = kind === "map" && Array.isArray(named) ? named.map(String) : [];
    return {
      get items() {
        return isJson(items) ? typeOf(items) : deducedType;
      },
      relationship: kind === "map" || kind === "set" ? "associative" : "atomic",
      keys: keyNames.toSorted().map((name) => ({ name, default: this.#default({ items, name }) })),
      keyNames,
    };
  }

  #default(input: { readonly items: unknown; readonly name: string }): unknown {
    const { items, name } = input;
    if (!isJson(items)) return undefined;
    const { properties } = this.#flat({ schema: items, open: new Set() });
    const property = isJson(properties) ? properties[name] : undefined;
    return isJson(property) ? (property["default"] ?? undefined) : undefined;
  }
}

/** Schemas as one; of what several say the last counts, and properties are collected. */
function together(schemas: readonly Json[]): Json {
  const properties = schemas.flatMap(({ properties: own }) =>
    isJson(own) ? Object.entries(own) : [],
  );
  const all: Json = Object.fromEntries(schemas.flatMap((schema) => Object.entries(schema)));
  return properties.length === 0 ? all : { ...all, properties: Object.fromEntries(properties) };
}

/** Strings of other formats may come as something else: int-or-string, for one. */
function isText(format: unknown): boolean {
  return format === undefined || format === "" || format === "byte";
}

/** A value that may be each of these: as in kube-openapi, any scalar where they differ. */
function anyOf(types: readonly ParseableType[]): ParseableType {
  const scalars = new Set<ScalarType>(types.flatMap(({ scalar }) => scalar ?? []));
  const [scalar] = scalars;
  const list = types.find((type) => type.list !== undefined)?.list;
  const map = types.find((type) => type.map !== undefined)?.map;
  return {
    ...(scalar !== undefined && { scalar: scalars.size === 1 ? scalar : "untyped" }),
    ...(list !== undefined && { list }),
    ...(map !== undefined && { map }),
  };
}
