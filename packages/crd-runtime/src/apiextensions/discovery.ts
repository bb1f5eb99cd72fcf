import { isNotFound, type RestClient } from "crd-runtime";

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
  const path = `/apis/${encodeURIComponent(group)}/${encodeURIComponent(version)}`;
  try {
    return namesResource(await rest.request({ method: "GET", path }, { signal }), resource);
  } catch (error) {
    if (isNotFound(error)) return false;
    throw error;
  }
}

function namesResource(list: unknown, resource: string): boolean {
  if (typeof list !== "object" || list === null || !("resources" in list)) return false;
  const { resources } = list;
  return (
    Array.isArray(resources) &&
    resources.some(
      (entry: unknown) =>
        typeof entry === "object" && entry !== null && "name" in entry && entry.name === resource,
    )
  );
}
