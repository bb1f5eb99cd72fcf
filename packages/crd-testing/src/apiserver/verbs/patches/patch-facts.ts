/** How a strategic merge patch treats a list: by a key of its items, as a set of primitives, or as a whole. */
export type ListMerge =
  | { readonly by: "key"; readonly key: string }
  | { readonly by: "value" }
  | { readonly by: "whole" };

const whole: ListMerge = { by: "whole" };

const ofMetadata: ReadonlyMap<string, ListMerge> = new Map<string, ListMerge>([
  ["metadata.ownerReferences", { by: "key", key: "uid" }],
  ["metadata.finalizers", { by: "value" }],
]);

/** patchStrategy and patchMergeKey of k8s.io/api, for the kinds that are built in here; all other lists are replaced. */
const ofKinds: ReadonlyMap<string, ReadonlyMap<string, ListMerge>> = new Map([
  ["Namespace", new Map<string, ListMerge>([["status.conditions", { by: "key", key: "type" }]])],
  ["ServiceAccount", new Map<string, ListMerge>([["secrets", { by: "key", key: "name" }]])],
]);

/** How the list at a path of a kind is merged. */
export function listMergeOf(input: { readonly kind: string; readonly path: string }): ListMerge {
  const { kind, path } = input;
  return ofMetadata.get(path) ?? ofKinds.get(kind)?.get(path) ?? whole;
}
