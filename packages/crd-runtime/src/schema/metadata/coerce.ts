import { type FieldError, invalid } from "../field-error.js";
import { isObject, type JsonMembers } from "../json.js";
import type { Structural } from "../structural.js";
import { compareUtf8 } from "../text/go.js";
import { decodeMembers, objectMetaMembers } from "./members.js";

/** An object whose metadata is to be read. */
export interface CoerceInput {
  /** Changed in place. */
  readonly object: unknown;
  readonly schema: Structural | undefined;
  /** "resource" (the default): a whole resource, "value": a value that may hold some. */
  readonly root?: "resource" | "value" | undefined;
  /** What happens to members of the wrong type: "error" (the default), or "drop", as for what comes from storage. */
  readonly malformed?: "drop" | "error" | undefined;
  /** Path of the object; `""` when absent. */
  readonly path?: string | undefined;
}

/** What came of reading the metadata of an object. */
export interface Coerced {
  /** The first member of a wrong type. Its text is Go's as far as it is known. */
  readonly error: FieldError | undefined;
  /** Members of metadata that there are not, sorted: `metadata.foo`. They are removed. */
  readonly unknown: readonly string[];
}

/**
 * Reads apiVersion, kind and metadata of a resource, and of the resources that are embedded in it, as the server's own types:
 * unknown, null and empty members of metadata are removed, times are written in UTC.
 *
 * Follows objectmeta.CoerceWithOptions of apiextensions-apiserver.
 */
export function coerceMetadata(input: CoerceInput): Coerced {
  const { object, schema, root = "resource", malformed = "error", path = "" } = input;
  const unknown: string[] = [];
  const error = coerce({ value: object, schema, path, resource: root, malformed, unknown });
  return { error, unknown: unknown.length < 2 ? unknown : unknown.sort(compareUtf8) };
}

const typeMembers = ["apiVersion", "kind"];

interface Coercion {
  readonly value: unknown;
  readonly schema: Structural | undefined;
  readonly path: string;
  readonly resource: "resource" | "value";
  readonly malformed: "drop" | "error";
  readonly unknown: string[];
}

function coerce({
  value,
  schema,
  path,
  resource,
  malformed,
  unknown,
}: Coercion): FieldError | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (Array.isArray(value)) {
    if (schema?.items === undefined) return undefined;
    for (let index = 0; index < value.length; index += 1) {
      const error = coerce({
        value: value[index],
        schema: schema.items,
        path: `${path}[${index}]`,
        resource: "value",
        malformed,
        unknown,
      });
      if (error !== undefined) return error;
    }
    return undefined;
  }
  if (!isObject(value)) return undefined;
  if (resource === "resource" || schema?.embeddedResource === true) {
    const error = coerceResource({ value, path, malformed, unknown });
    if (error !== undefined) return error;
  }
  if (schema === undefined) return undefined;
  return coerceMembers({ value, schema, path, malformed, unknown });
}

type Resource = Omit<Coercion, "resource" | "schema"> & { readonly value: JsonMembers };

function coerceMembers(input: Resource & { readonly schema: Structural }): FieldError | undefined {
  const { value, schema, path, malformed, unknown } = input;
  for (const name of Object.keys(value)) {
    const child = value[name];
    if (typeof child !== "object" || child === null) continue;
    const property = schema.properties.get(name);
    const childSchema = property ?? schema.additionalProperties;
    if (typeof childSchema !== "object") continue;
    const error = coerce({
      value: child,
      schema: childSchema,
      path: property === undefined ? `${path}[${name}]` : childPath(path, name),
      resource: "value",
      malformed,
      unknown,
    });
    if (error !== undefined) return error;
  }
  return undefined;
}

function coerceResource({ value, path, malformed, unknown }: Resource): FieldError | undefined {
  for (const name of typeMembers) {
    if (!Object.hasOwn(value, name) || typeof value[name] === "string") continue;
    if (malformed === "drop") delete value[name];
    else
      return invalid({
        field: childPath(path, name),
        value: value[name],
        detail: "must be a string",
      });
  }
  if (!Object.hasOwn(value, "metadata")) return undefined;
  const field = childPath(path, "metadata");
  const metadata = value["metadata"] ?? {};
  if (!isObject(metadata)) {
    if (malformed === "drop") return undefined;
    const kind = Array.isArray(metadata) ? "array" : typeof metadata;
    const detail = `json: cannot unmarshal ${kind} into Go value of type v1.ObjectMeta`;
    return invalid({ field, value: metadata, detail });
  }
  value["metadata"] = metadata;
  const error = decodeMembers({
    object: metadata,
    members: objectMetaMembers,
    path: field,
    unknown,
    malformed,
  });
  return error === undefined ? undefined : invalid({ field, value: metadata, detail: error });
}

function childPath(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
