import {
  type SharedIndexInformer,
  SharedInformerFactoryBase,
  type SharedInformerFactoryOptions,
} from "../informers/index.js";
import { Lister } from "../listers/index.js";
import type { GroupVersionResource, KubernetesObject } from "../meta/index.js";
import type { DynamicClient } from "./dynamic-client.js";
import type { MetadataClient } from "./metadata-client.js";
import type { PartialObjectMetadata, Unstructured } from "./unstructured.js";

/** The informer and lister of one resource. */
export interface ResourceInformer<T extends KubernetesObject> {
  informer(): SharedIndexInformer<T>;
  lister(): Lister<T>;
}

/** What a dynamic informer factory is made of. */
export interface DynamicSharedInformerFactoryOptions extends SharedInformerFactoryOptions {
  readonly client: DynamicClient;
}

/**
 * Informers of any resource, of objects of any shape. Follows client-go's `dynamic/dynamicinformer`.
 *
 * @example
 * const factory = new DynamicSharedInformerFactory({ client: dynamic });
 * const databases = factory.forResource({ group: "example.com", version: "v1", resource: "databases" });
 * databases.informer().addEventHandler({ onAdd });
 * factory.start(signal);
 */
export class DynamicSharedInformerFactory extends SharedInformerFactoryBase {
  readonly #client: DynamicClient;

  constructor(options: DynamicSharedInformerFactoryOptions) {
    super(options);
    this.#client = options.client;
  }

  /** The informer of a resource in a namespace, `""` for all; the factory's when absent. The same one for every caller. */
  forResource(
    resource: GroupVersionResource,
    namespace: string = this.namespace,
  ): ResourceInformer<Unstructured> {
    const scoped = this.#client.resource(resource);
    const client = namespace === "" ? scoped : scoped.namespace(namespace);
    const informer = this.informerFor<Unstructured>(resource, client, namespace);
    return { informer: () => informer, lister: () => new Lister(informer.indexer, resource) };
  }
}

/** What a metadata informer factory is made of. */
export interface MetadataSharedInformerFactoryOptions extends SharedInformerFactoryOptions {
  readonly client: MetadataClient;
}

/** Informers of any resource that hold type and metadata alone. Follows client-go's `metadata/metadatainformer`. */
export class MetadataSharedInformerFactory extends SharedInformerFactoryBase {
  readonly #client: MetadataClient;

  constructor(options: MetadataSharedInformerFactoryOptions) {
    super(options);
    this.#client = options.client;
  }

  /** The informer of a resource in a namespace, `""` for all; the factory's when absent. The same one for every caller. */
  forResource(
    resource: GroupVersionResource,
    namespace: string = this.namespace,
  ): ResourceInformer<PartialObjectMetadata> {
    const scoped = this.#client.resource(resource);
    const client = namespace === "" ? scoped : scoped.namespace(namespace);
    const informer = this.informerFor<PartialObjectMetadata>(resource, client, namespace);
    return { informer: () => informer, lister: () => new Lister(informer.indexer, resource) };
  }
}
