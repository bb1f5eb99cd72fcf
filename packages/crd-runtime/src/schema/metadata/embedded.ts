import type { ObjectMeta } from "../../meta/object-meta.js";
import { type FieldError, invalid, required } from "../field-error.js";
import { copyJson, isObject, type JsonMembers } from "../json.js";
import type { Structural } from "../structural.js";
import { decodeMembers, objectMetaMembers } from "./members.js";
import { dns1035LabelErrors, pathSegmentErrors } from "./names.js";
import { validateObjectMeta } from "./object-meta.js";

/** A value that may hold resources, and its schema. */
export interface EmbeddedInput {
  readonly value: unknown;
  readonly schema: Structural;
  /** `""` for a whole object. */
  readonly path: string;
  /** "resource": the value is one itself; "value": only if its schema says so. */
  readonly root: "resource" | "value";
}

/**
 * What is wrong with apiVersion, kind and metadata of the resources that are embedded in a value.
 *
 * Follows objectmeta.Validate of apiextensions-apiserver.
 */
export function embeddedErrors(input: EmbeddedInput): readonly FieldError[] {
  const errors: FieldError[] = [];
  visit({ ...input, errors });
  return errors;
}

interface Visit extends EmbeddedInput {
  readonly errors: FieldError[];
}

function visit({ value, schema, path, root, errors }: Visit): void {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    if (schema.items === undefined) return;
    for (const [index, item] of value.entries()) {
      visit({
        value: item,
        schema: schema.items,
        path: `${path}[${index}]`,
        root: "value",
        errors,
      });
    }
    return;
  }
  if (!isObject(value)) return;
  if (root === "resource" || schema.embeddedResource) errors.push(...resourceErrors(value, path));
  for (const name of Object.keys(value)) {
    const property = schema.properties.get(name);
    if (property !== undefined) {
      visit({
        value: value[name],
        schema: property,
        path: child(path, name),
        root: "value",
        errors,
      });
    } else if (typeof schema.additionalProperties === "object") {
      const at = `${path}[${name}]`;
      visit({
        value: value[name],
        schema: schema.additionalProperties,
        path: at,
        root: "value",
        errors,
      });
    }
  }
}

/** What is wrong with apiVersion, kind and metadata of one resource. */
export function resourceErrors(resource: JsonMembers, path: string): readonly FieldError[] {
  return [
    ...["apiVersion", "kind"]
      .filter((name) => !Object.hasOwn(resource, name))
      .map((name) => required(child(path, name))),
    ...apiVersionErrors(resource, child(path, "apiVersion")),
    ...kindErrors(resource, child(path, "kind")),
    ...metadataErrors(resource, child(path, "metadata")),
  ];
}

function apiVersionErrors(resource: JsonMembers, field: string): readonly FieldError[] {
  if (!Object.hasOwn(resource, "apiVersion")) return [];
  const value = resource["apiVersion"];
  if (typeof value !== "string") return [invalid({ field, value, detail: "must be a string" })];
  if (value === "") return [invalid({ field, value, detail: "must not be empty" })];
  if (value.split("/").length <= 2) return [];
  const detail = `unexpected GroupVersion string: ${value}`;
  return [invalid({ field, value, detail })];
}

function kindErrors(resource: JsonMembers, field: string): readonly FieldError[] {
  if (!Object.hasOwn(resource, "kind")) return [];
  const value = resource["kind"];
  if (typeof value !== "string") return [invalid({ field, value, detail: "must be a string" })];
  if (value === "") return [invalid({ field, value, detail: "must not be empty" })];
  const texts = dns1035LabelErrors(value.toLowerCase());
  if (texts.length === 0) return [];
  const detail = `may have mixed case, but should otherwise match: ${texts.join(",")}`;
  return [invalid({ field, value, detail })];
}

function metadataErrors(resource: JsonMembers, field: string): readonly FieldError[] {
  if (!Object.hasOwn(resource, "metadata")) return [];
  const value = resource["metadata"];
  const metadata = copyJson(value ?? {});
  if (!isObject(metadata)) {
    const detail = `json: cannot unmarshal ${typeof value} into Go value of type v1.ObjectMeta`;
    return [invalid({ field, value, detail })];
  }
  const error = decodeMembers({
    object: metadata,
    members: objectMetaMembers,
    path: field,
    unknown: [],
  });
  if (error !== undefined) return [invalid({ field, value, detail: error })];
  return validateObjectMeta({
    metadata: named(metadata),
    scope: metadata["namespace"] === undefined ? "Cluster" : "Namespaced",
    validateName: pathSegmentErrors,
    path: field,
  });
}

/** A resource in a resource needs no name. */
function named(metadata: JsonMembers): ObjectMeta {
  return { name: "fakename", ...metadata };
}

function child(path: string, name: string): string {
  return path === "" ? name : `${path}.${name}`;
}
