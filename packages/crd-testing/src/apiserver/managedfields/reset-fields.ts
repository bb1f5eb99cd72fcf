import { FieldSet, fieldPath } from "crd-runtime/managedfields";
import type { ResetFieldsBySubresource } from "./field-manager.js";

/**
 * What a custom resource with a status subresource resets: `status` in writes to the resource itself, all but `status` in
 * writes to the subresource. Resources without one reset nothing. Follows GetResetFields of apiextensions-apiserver.
 */
export function resetFieldsWithStatus(input: {
  /** Of the requests. */
  readonly apiVersion: string;
  /** All that have a status subresource. */
  readonly apiVersions: readonly string[];
}): ResetFieldsBySubresource {
  const { apiVersion, apiVersions } = input;
  const status = FieldSet.of(fieldPath("status"));
  const others = FieldSet.of(fieldPath("metadata"), fieldPath("spec"));
  return new Map([
    ["", new Map([[apiVersion, status]])],
    ["status", new Map(apiVersions.map((version) => [version, others]))],
  ]);
}
