import { DiscoveryClient, isNotFound, type RestClient } from "crd-runtime";

/** A resource to be found by discovery. */
export interface DiscoveredResource {
  readonly group: string;
  readonly version: string;
  /** `databases`. */
  readonly resource: string;
  readonly signal: AbortSignal;
}

/**
 * Whether the server names a resource when it is asked what a group version holds.
 *
 * @throws what `RestClient.request` throws; a group version that is not known is an answer
 */
export async function isDiscovered(
  input: DiscoveredResource & { readonly rest: RestClient },
): Promise<boolean> {
  const { rest, group, version, resource, signal } = input;
  const discovery = new DiscoveryClient(rest);
  try {
    const { resources } = await discovery.serverResourcesForGroupVersion(
      { group, version },
      { signal },
    );
    return resources.some(({ name }) => name === resource);
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}
