import type { GroupVersionResource } from "../meta/index.js";
import { type KubeConfigLike, ResourceClient, RestClient, type RestConfig } from "../rest/index.js";
import type { Unstructured, UnstructuredList } from "./unstructured.js";

/** The verbs of one resource, of objects of any shape. Objects that are sent must name their `apiVersion` and `kind`. */
export type DynamicResourceClient = ResourceClient<Unstructured, UnstructuredList>;

/** The resource cluster-wide: cluster-scoped objects, or list and watch across namespaces; and in one namespace. */
export interface ScopedDynamicClient extends DynamicResourceClient {
  namespace(namespace: string): DynamicResourceClient;
}

/**
 * Talks to any resource by its name alone, without types. Follows client-go's `dynamic`. A RESTMapper tells the resource
 * of a kind.
 *
 * @example
 * const dynamic = DynamicClient.forConfig(config);
 * const databases = dynamic.resource({ group: "example.com", version: "v1", resource: "databases" });
 * const orders = await databases.namespace("default").get("orders");
 */
export class DynamicClient {
  readonly #rest: RestClient;

  /** @throws ConfigError when no server is named */
  static forConfig(config: KubeConfigLike | RestConfig): DynamicClient {
    return new DynamicClient(RestClient.forConfig(config));
  }

  constructor(rest: RestClient) {
    this.#rest = rest;
  }

  resource(resource: GroupVersionResource): ScopedDynamicClient {
    const options = { ...resource, rest: this.#rest, kind: "" };
    const client = new ResourceClient<Unstructured, UnstructuredList>({
      ...options,
      namespaced: false,
    });
    const namespace = (name: string): DynamicResourceClient =>
      new ResourceClient({ ...options, namespaced: true, namespace: name });
    return Object.assign(client, { namespace });
  }
}
