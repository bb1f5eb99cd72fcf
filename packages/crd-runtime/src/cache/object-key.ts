import type { DeepReadonly, KubernetesObject } from "../meta/index.js";
import { DeletedFinalStateUnknown } from "./deleted-final-state-unknown.js";

/** Namespace and name of an object; the namespace of a cluster-scoped one is empty. */
export interface ObjectName {
  readonly namespace: string;
  readonly name: string;
}

/** Gives an object the key that it is stored under. */
export type KeyFunc<T extends KubernetesObject> = (object: DeepReadonly<T>) => string;

/** An object that no key could be made of. */
export class KeyError extends Error {
  override readonly name = "KeyError";
  readonly object: unknown;

  constructor(input: {
    readonly message: string;
    readonly object: unknown;
    readonly cause?: unknown;
  }) {
    super(input.message, input.cause === undefined ? {} : { cause: input.cause });
    this.object = input.object;
  }
}

/**
 * The key that caches use: `namespace/name`, or `name` for a cluster-scoped object (client-go's MetaNamespaceKeyFunc).
 *
 * @throws KeyError when the object has no metadata or no name
 */
export function metaNamespaceKey(object: DeepReadonly<KubernetesObject>): string {
  // Objects come from servers and from user code; the type alone does not make metadata present.
  const name = object?.metadata?.name;
  if (typeof name !== "string" || name === "") {
    throw new KeyError({ message: "the object has no metadata.name, so it has no key", object });
  }
  return formatObjectName({ namespace: object.metadata.namespace ?? "", name });
}

/**
 * A key function whose failures name the object. What is no text must not become a key: all objects would share it.
 */
export function checkedKeyFunc<T extends KubernetesObject>(keyFunc: KeyFunc<T>): KeyFunc<T> {
  return (object) => {
    let key: unknown;
    try {
      key = keyFunc(object);
    } catch (cause) {
      if (cause instanceof KeyError) throw cause;
      const reason = cause instanceof Error ? cause.message : String(cause);
      const message = `the key function failed for ${labelOf(object)}: ${reason}`;
      throw new KeyError({ message, object, cause });
    }
    if (typeof key === "string") return key;
    const message = `the key function returned ${String(key)} for ${labelOf(object)}, not a string`;
    throw new KeyError({ message, object });
  };
}

function labelOf(object: DeepReadonly<KubernetesObject>): string {
  const { namespace = "", name = "an object without a name" } = object?.metadata ?? {};
  return formatObjectName({ namespace, name });
}

/**
 * The key of what a delete handler got: the tombstone's own, or that of the object.
 *
 * @throws KeyError when the object has no metadata or no name
 */
export function deletionHandlingKey<T extends KubernetesObject>(
  deleted: DeepReadonly<T> | DeletedFinalStateUnknown<T>,
): string {
  return deleted instanceof DeletedFinalStateUnknown ? deleted.key : metaNamespaceKey(deleted);
}

/** `namespace/name`, or `name` when the namespace is empty. */
export function formatObjectName(objectName: ObjectName): string {
  const { namespace, name } = objectName;
  return namespace === "" ? name : `${namespace}/${name}`;
}

/**
 * Splits a key into namespace and name (client-go's SplitMetaNamespaceKey).
 *
 * @throws KeyError when the key has more than one slash
 */
export function parseObjectName(key: string): ObjectName {
  const [first = "", second, ...rest] = key.split("/");
  if (rest.length > 0) {
    throw new KeyError({ message: `unexpected key format: ${JSON.stringify(key)}`, object: key });
  }
  return second === undefined ? { namespace: "", name: first } : { namespace: first, name: second };
}
