import type { KubernetesObject } from "../meta/index.js";

/** Changes objects before they are cached, in place or by returning others; must be fast. */
export type TransformFunc<T extends KubernetesObject> = (object: T) => T;

/**
 * A transform that drops `metadata.managedFields`, often half of an object and seldom read.
 *
 * @example
 * new SharedInformerFactory(clientset, { transform: stripManagedFields });
 */
export function stripManagedFields<T extends KubernetesObject>(object: T): T {
  if (object.metadata.managedFields === undefined) return object;
  // A copy: an object from which a member was deleted takes a third more memory.
  const { managedFields: _, ...metadata } = object.metadata;
  return { ...object, metadata };
}

/**
 * Makes a transform harmless: where it throws, or returns no object or a promise, the object is kept as it came; and name, namespace,
 * uid and resourceVersion, on which the cache stands, keep their values. Both are reported.
 */
export function guardTransform<T extends KubernetesObject>(input: {
  readonly transform: TransformFunc<T>;
  readonly onError: (input: { readonly message: string; readonly cause?: unknown }) => void;
}): TransformFunc<T> {
  const { transform, onError } = input;
  return (object) => {
    const { name, namespace, uid, resourceVersion } = object.metadata;
    const key = namespace === undefined ? name : `${namespace}/${name}`;
    let result = object;
    try {
      const transformed: unknown = transform(object);
      if (!isObject(transformed)) {
        onError({ message: `the transform returned no object for ${key}; it is kept as it came` });
      } else if (transformed instanceof Promise) {
        // What it fails with says the same once more.
        transformed.catch(() => {});
        onError({ message: `the transform returned a promise for ${key}; it is kept as it came` });
      } else result = transformed as T;
    } catch (cause) {
      onError({ message: `the transform failed for ${key}; it is kept as it came`, cause });
    }
    const metadata = isObject(result.metadata) ? result.metadata : {};
    if (
      metadata.name === name &&
      metadata.namespace === namespace &&
      metadata.uid === uid &&
      metadata.resourceVersion === resourceVersion
    ) {
      return result;
    }
    onError({
      message: `the transform changed the name, namespace, uid or resourceVersion of ${key}; they were restored`,
    });
    const identity = { name, namespace, uid, resourceVersion };
    const present = Object.entries(identity).filter(([, value]) => value !== undefined);
    return { ...result, metadata: { ...metadata, ...Object.fromEntries(present) } };
  };
}

/** Freezes an object at every depth, so that whoever mutates it gets a TypeError at the place. */
export function deepFreeze<T extends KubernetesObject>(object: T): T {
  const open: unknown[] = [object];
  for (let value = open.pop(); value !== undefined; value = open.pop()) {
    if (!isObject(value) || Object.isFrozen(value)) continue;
    Object.freeze(value);
    for (const member of Object.values(value)) {
      if (isObject(member)) open.push(member);
    }
  }
  return object;
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
