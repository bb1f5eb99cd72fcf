import type { ApiObject } from "../object.js";
import type { DeleteOptions } from "../request/options/delete-options.js";
import type { Strategy } from "../resources/resource.js";

const orphan = "orphan";
const foreground = "foregroundDeletion";

/**
 * The finalizers that an object has once its deletion begins: its own, the server's, and what the propagation policy asks
 * of the garbage collector.
 */
export function finalizersOnDelete(input: {
  readonly strategy: Strategy;
  readonly object: ApiObject;
  readonly options: DeleteOptions;
}): readonly string[] {
  const { strategy, object, options } = input;
  const present = object.metadata.finalizers ?? [];
  const added = strategy.finalizersOnDelete?.(object) ?? [];
  const policy = policyOf({ options, present });
  const own = present.filter((name) => name !== orphan && name !== foreground);
  const wanted = [
    ...own,
    ...added.filter((name) => !own.includes(name)),
    ...(policy === "Orphan" ? [orphan] : []),
    ...(policy === "Foreground" ? [foreground] : []),
  ];
  const same = wanted.length === present.length && wanted.every((name) => present.includes(name));
  return same ? present : wanted;
}

/** Options come first, then what an earlier deletion has asked for. */
function policyOf(input: {
  readonly options: DeleteOptions;
  readonly present: readonly string[];
}): "Background" | "Foreground" | "Orphan" {
  const { options, present } = input;
  if (options.orphanDependents !== undefined) {
    return options.orphanDependents ? "Orphan" : "Background";
  }
  if (options.propagationPolicy !== undefined) return options.propagationPolicy;
  const earlier = present.find((name) => name === orphan || name === foreground);
  if (earlier === undefined) return "Background";
  return earlier === orphan ? "Orphan" : "Foreground";
}
