import {
  type FieldError,
  formatFieldError,
  pathSegmentErrors,
  validateObjectMeta,
  validateObjectMetaUpdate,
} from "crd-runtime/schema";
import type { ApiObject, Metadata } from "../object.js";
import type { Warnings } from "../request/warnings.js";
import type { ApiResource, Update } from "../resources/resource.js";
import { invalid } from "../status/index.js";
import { groupOf, objectMetaOf } from "./live-object.js";

/**
 * Prepares an object for taking the place of an old one, and validates it; rest.BeforeUpdate of apiserver. What an update
 * cannot change is as it was.
 *
 * @throws StatusError 422
 */
export function beforeUpdate(input: {
  readonly resource: ApiResource;
  readonly object: ApiObject;
  readonly old: ApiObject;
  readonly subresource: string;
  readonly warnings: Warnings;
}): void {
  const { resource, object, old, subresource, warnings } = input;
  const { strategy } = resource;
  keep({ metadata: object.metadata, old: old.metadata, name: "generation" });
  const update: Update = { object, old, subresource };
  strategy.prepareForUpdate(update);
  // The strategy may have put another one in its place.
  const { metadata } = object;
  delete metadata.selfLink;
  if ((metadata.uid ?? "") === "") keep({ metadata, old: old.metadata, name: "uid" });
  if (old.metadata.creationTimestamp) {
    keep({ metadata, old: old.metadata, name: "creationTimestamp" });
  }
  if (old.metadata.deletionTimestamp !== undefined) {
    keep({ metadata, old: old.metadata, name: "deletionTimestamp" });
  }
  if (metadata.deletionGracePeriodSeconds === undefined) {
    keep({ metadata, old: old.metadata, name: "deletionGracePeriodSeconds" });
  }
  const changes = validateObjectMetaUpdate({
    metadata: objectMetaOf(metadata),
    old: objectMetaOf(old.metadata),
  });
  const found = [
    ...validateObjectMeta({
      metadata: objectMetaOf(metadata),
      scope: resource.namespaced ? "Namespaced" : "Cluster",
      validateName: pathSegmentErrors,
    }),
    // The server looks at changes twice, in what is common to all resources and in their strategies; so there are two causes.
    ...changes,
    ...changes,
    ...strategy.validateUpdate(update),
  ];
  const errors = saysThingsOnce(resource) ? withoutTwins(found) : found;
  if (errors.length > 0) {
    const kind = { group: resource.groupOfErrors ?? groupOf(object), kind: object.kind };
    throw invalid({ kind, name: metadata.name ?? "", errors });
  }
  const texts = strategy.updateWarnings?.(update) ?? strategy.warnings(object);
  for (const text of texts) warnings.add(text);
  strategy.canonicalize?.(object);
}

/** kube-apiserver's own kinds are validated declaratively too, and what both say is told once; those of apiextensions are not. */
function saysThingsOnce({ builtIn, group }: ApiResource): boolean {
  return builtIn === true && group !== "apiextensions.k8s.io";
}

function withoutTwins(errors: readonly FieldError[]): readonly FieldError[] {
  const texts = new Set<string>();
  return errors.filter((error) => {
    const text = formatFieldError(error);
    return !texts.has(text) && texts.add(text);
  });
}

function keep<Name extends keyof Metadata>(input: {
  readonly metadata: Metadata;
  readonly old: Metadata;
  readonly name: Name;
}): void {
  const { metadata, old, name } = input;
  const value = old[name];
  if (value === undefined) delete metadata[name];
  else metadata[name] = value;
}
