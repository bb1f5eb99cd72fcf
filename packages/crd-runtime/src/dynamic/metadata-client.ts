import type { GroupVersionResource, KubernetesList } from "../meta/index.js";
import { type KubeConfigLike, ResourceClient, RestClient, type RestConfig } from "../rest/index.js";
import type { PartialObjectMetadata } from "./unstructured.js";

/** The verbs of one resource that work on the metadata of its objects alone. */
export type MetadataResourceClient = Pick<
  ResourceClient<PartialObjectMetadata, KubernetesList<PartialObjectMetadata>>,
  "get" | "list" | "watch" | "patch" | "delete" | "deleteCollection"
>;

/** The resource cluster-wide: cluster-scoped objects, or list and watch across namespaces; and in one namespace. */
export interface ScopedMetadataClient extends MetadataResourceClient {
  namespace(namespace: string): MetadataResourceClient;
}

/**
 * Reads type and metadata of objects of any resource: the server leaves out the rest, and where it does not, this client
 * does. Follows client-go's `metadata`.
 *
 * @example
 * const pods = MetadataClient.forConfig(config).resource({ group: "", version: "v1", resource: "pods" });
 * const { items } = await pods.namespace("default").list({ labelSelector: "app=web" });
 */
export class MetadataClient {
  readonly #rest: RestClient;

  /** @throws ConfigError when no server is named */
  static forConfig(config: KubeConfigLike | RestConfig): MetadataClient {
    return new MetadataClient(RestClient.forConfig(config));
  }

  constructor(rest: RestClient) {
    this.#rest = rest;
  }

  resource(resource: GroupVersionResource): ScopedMetadataClient {
    const options = { ...resource, rest: this.#rest, kind: "", metadataOnly: true };
    const client = new ResourceClient<PartialObjectMetadata, KubernetesList<PartialObjectMetadata>>(
      { ...options, namespaced: false },
    );
    const namespace = (name: string): MetadataResourceClient =>
      new ResourceClient({ ...options, namespaced: true, namespace: name });
    return Object.assign(client, { namespace });
  }
}
