import { validateObjectMeta } from "crd-runtime/schema";
import type { ApiObject } from "../object.js";
import type { Warnings } from "../request/warnings.js";
import type { ApiResource } from "../resources/resource.js";
import { invalid } from "../status/index.js";
import { groupOf, objectMetaOf } from "./live-object.js";

/**
 * Prepares an object that has its name and its system fields for being created, and validates it; rest.BeforeCreate of
 * apiserver.
 *
 * @throws StatusError 422
 */
export function beforeCreate(input: {
  readonly resource: ApiResource;
  readonly object: ApiObject;
  readonly warnings: Warnings;
}): void {
  const { resource, object, warnings } = input;
  const { strategy } = resource;
  strategy.prepareForCreate(object);
  const { metadata } = object;
  const errors = [
    ...validateObjectMeta({
      metadata: objectMetaOf(metadata),
      scope: resource.namespaced ? "Namespaced" : "Cluster",
      validateName: strategy.validateName,
    }),
    ...strategy.validate(object),
  ];
  if (errors.length > 0) {
    const kind = { group: resource.groupOfErrors ?? groupOf(object), kind: object.kind };
    throw invalid({ kind, name: metadata.name ?? "", errors });
  }
  for (const text of strategy.warnings(object)) warnings.add(text);
  strategy.canonicalize?.(object);
}
