import type { DeepReadonly, KubernetesObject } from "../meta/index.js";
import { isRecord } from "../rest/guards.js";
import { MissingKindError } from "../scheme/errors.js";
import type { ObjectReference } from "./object-reference.js";

/**
 * A reference to an object; a reference stays what it is. Follows client-go's `tools/reference`, without a scheme: objects that a
 * client has returned say what they are.
 *
 * @throws MissingKindError when the object has no apiVersion or kind
 * @throws TypeError when it is no object
 */
export function getReference(
  object: DeepReadonly<KubernetesObject> | ObjectReference,
): ObjectReference {
  if (!isRecord(object)) throw new TypeError(`no reference can be made to ${object}`);
  if (!isObject(object)) return object;
  const { apiVersion, kind, metadata } = object;
  if (!kind) throw new MissingKindError("kind");
  if (!apiVersion) throw new MissingKindError("apiVersion");
  const { namespace, name, uid, resourceVersion } = metadata;
  return {
    apiVersion,
    kind,
    ...(namespace === undefined ? {} : { namespace }),
    ...(name === undefined ? {} : { name }),
    ...(uid === undefined ? {} : { uid }),
    ...(resourceVersion === undefined ? {} : { resourceVersion }),
  };
}

/**
 * A reference to a part of an object: `spec.containers{web}`.
 *
 * @throws as `getReference` does
 */
export function getPartialReference(input: {
  readonly object: DeepReadonly<KubernetesObject> | ObjectReference;
  readonly fieldPath: string;
}): ObjectReference {
  return { ...getReference(input.object), fieldPath: input.fieldPath };
}

/** `Database default/orders`. */
export function describeReference(reference: ObjectReference): string {
  const { kind = "object", namespace = "", name = "" } = reference;
  return `${kind} ${namespace === "" ? name : `${namespace}/${name}`}`;
}

function isObject(
  object: DeepReadonly<KubernetesObject> | ObjectReference,
): object is DeepReadonly<KubernetesObject> {
  return "metadata" in object && isRecord(object.metadata);
}
