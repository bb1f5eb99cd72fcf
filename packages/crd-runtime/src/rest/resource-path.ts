import { InvalidRequestError } from "./errors.js";

/** A resource in a group and version, in one namespace or in all, or cluster-scoped. */
export interface ResourceReference {
  /** `""` is the core group. */
  readonly group: string;
  readonly version: string;
  /** `databases`. */
  readonly resource: string;
  readonly namespaced: boolean;
  /** Absent or `""`: all namespaces. */
  readonly namespace?: string | undefined;
}

/** Path of the collection: `/apis/example.com/v1/namespaces/default/databases`. */
export function collectionPath(reference: ResourceReference): string {
  const { group, version, resource, namespaced, namespace } = reference;
  const prefix = group === "" ? "/api" : `/apis/${pathSegment({ value: group, what: "group" })}`;
  const base = `${prefix}/${pathSegment({ value: version, what: "version" })}`;
  const last = pathSegment({ value: resource, what: "resource" });
  return namespaced && namespace !== undefined && namespace !== ""
    ? `${base}/namespaces/${pathSegment({ value: namespace, what: "namespace" })}/${last}`
    : `${base}/${last}`;
}

/**
 * Path of one object, or of a subresource of it.
 *
 * @throws InvalidRequestError when the name is missing or no path segment. A server takes DELETE
 * with an empty name for the deletion of the whole collection, so that nothing may go out then.
 */
export function objectPath(
  input: ResourceReference & {
    readonly name: string;
    readonly subresource?: string | undefined;
  },
): string {
  requireNamespace(input);
  const name = pathSegment({ value: input.name, what: "name" });
  const path = `${collectionPath(input)}/${name}`;
  return input.subresource === undefined
    ? path
    : `${path}/${pathSegment({ value: input.subresource, what: "subresource" })}`;
}

/** @throws InvalidRequestError when a namespaced resource is addressed without a namespace. */
export function requireNamespace(reference: ResourceReference): void {
  if (reference.namespaced && (reference.namespace === undefined || reference.namespace === "")) {
    throw new InvalidRequestError(
      `a namespace is required: across all namespaces, ${reference.resource} can only be listed and watched`,
    );
  }
}

const plain = /^[A-Za-z0-9_~-][A-Za-z0-9._~-]*$/;

/**
 * Checks and encodes one segment. The rule is apimachinery's IsValidPathSegmentName, and not empty.
 *
 * @throws InvalidRequestError
 */
function pathSegment(input: { readonly value: string; readonly what: string }): string {
  const { value, what } = input;
  // Callers without types reach this too.
  if (typeof value !== "string" || value === "") {
    throw new InvalidRequestError(`a ${what} is required: it is empty or missing`);
  }
  if (plain.test(value)) {
    return value;
  }
  if (value === "." || value === "..") {
    throw new InvalidRequestError(`${what} "${value}" is not allowed: it would change the path`);
  }
  const found = value.match(/[/%]/)?.[0];
  if (found !== undefined) {
    throw new InvalidRequestError(`${what} "${value}" is not allowed: it contains "${found}"`);
  }
  try {
    // Colons are common in the names of RBAC objects and legal in a segment.
    return encodeURIComponent(value).replaceAll("%3A", ":");
  } catch (error) {
    throw new InvalidRequestError(`${what} is not well-formed Unicode`, { cause: error });
  }
}
