import { Lister } from "../listers/index.js";
import type { GroupVersionResource, KubernetesObject } from "../meta/index.js";
import { InformerError } from "./informer-error.js";
import { resourceName } from "./resource-name.js";
import type { SharedIndexInformer } from "./shared-index-informer.js";

/** The informer and lister of a resource that is only known at run time. */
export interface GenericInformer {
  informer(): SharedIndexInformer<KubernetesObject>;
  lister(): Lister<KubernetesObject>;
}

/** How a factory gives the informer of each resource: `databases.v1.example.com`, `pods.v1`. */
export type InformersByResource<Factory> = Readonly<
  Record<string, (factory: Factory) => SharedIndexInformer<KubernetesObject>>
>;

/** Resources that a message names. */
const maxNamed = 20;

/**
 * The informer of a resource, asked of the factory at once. For generated code: `forResource` of a factory.
 *
 * @throws InformerError when the factory has no informer of the resource
 */
export function genericInformer<Factory>(input: {
  readonly factory: Factory;
  readonly resource: GroupVersionResource;
  readonly informers: InformersByResource<Factory>;
}): GenericInformer {
  const { factory, resource, informers } = input;
  const name = resourceName(resource);
  const informer = Object.hasOwn(informers, name) ? informers[name]?.(factory) : undefined;
  if (informer === undefined) {
    const known = Object.keys(informers);
    const more = known.length > maxNamed ? ` and ${known.length - maxNamed} more` : "";
    const message = `the factory has no such informer; it has ${known.slice(0, maxNamed).join(", ")}${more}`;
    throw new InformerError({ informer: name, source: "misuse", message });
  }
  return { informer: () => informer, lister: () => new Lister(informer.indexer, resource) };
}
