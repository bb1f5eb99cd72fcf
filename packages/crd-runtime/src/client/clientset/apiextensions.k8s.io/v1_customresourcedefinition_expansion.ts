import type { DeepReadonly, Persisted, ResourceClient } from "crd-runtime";
import {
  type CreateOrUpdateOptions,
  createOrUpdate,
} from "../../../apiextensions/create-or-update.js";
import { type DiscoveredResource, isDiscovered } from "../../../apiextensions/discovery.js";
import {
  type WaitForEstablishedOptions,
  waitForEstablished,
} from "../../../apiextensions/wait-for-established.js";
import type {
  CustomResourceDefinition,
  CustomResourceDefinitionList,
} from "../../../apis/apiextensions.k8s.io/v1/types.js";

export interface CustomResourceDefinitionExpansion {
  /**
   * Brings a definition to the server, whether it is there or not, by a forced server-side apply.
   *
   * Only what the caller decides is sent: the spec, and of the metadata the name, labels, annotations,
   * finalizers and owners. So an object that was read before can be passed, and whatever else others
   * have set, such as an injected caBundle, stays. When another client writes at the same moment, it is sent again.
   *
   * A definition without a conversion webhook takes the one away that is there, with the injected caBundle: apply leaves that to
   * its owner, and the server refuses it where there is no webhook.
   *
   * @throws StoredVersionsError when a version in which objects may be stored is removed
   * @throws ApiError as the server answers
   */
  createOrUpdate(
    definition: DeepReadonly<CustomResourceDefinition>,
    options?: CreateOrUpdateOptions,
  ): Promise<Persisted<CustomResourceDefinition>>;
  /**
   * Waits until the server serves a definition: its condition Established is True, and discovery
   * names the resource in every served version. Returns the definition as last seen.
   *
   * @throws NotEstablishedError with the conditions when its names belong to another definition, when
   *   it is deleted meanwhile, or when the time is up
   * @throws ApiError when there is no such definition, or the caller may not read it
   * @throws the signal's reason when it is aborted, unless that is the time it gave
   * @example
   * await definitions.createOrUpdate(definition, { signal });
   * await definitions.waitForEstablished("databases.example.com", { signal });
   */
  waitForEstablished(
    name: string,
    options?: WaitForEstablishedOptions,
  ): Promise<Persisted<CustomResourceDefinition>>;
}

/** Adds to the client of CustomResourceDefinitions what bringing definitions to a server takes. */
export function customResourceDefinitionExpansion(
  client: ResourceClient<CustomResourceDefinition, CustomResourceDefinitionList>,
): CustomResourceDefinitionExpansion {
  const { rest } = client;
  return {
    createOrUpdate(definition, options = {}) {
      return createOrUpdate({ client, definition, options, clock: rest.clock });
    },
    waitForEstablished(name, options = {}) {
      const world = {
        client,
        serves: (resource: DiscoveredResource) => isDiscovered({ rest, ...resource }),
        clock: rest.clock,
      };
      return waitForEstablished({ world, name, options });
    },
  };
}
