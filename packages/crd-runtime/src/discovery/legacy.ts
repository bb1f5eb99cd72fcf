import { toError } from "../cache/reflector/failure.js";
import { formatGroupVersion, type GroupVersion } from "../meta/index.js";
import { isRecord } from "../rest/guards.js";
import { type CallOptions, isForbidden, isNotFound, type RestClient } from "../rest/index.js";
import type { DecodedGroups } from "./aggregated.js";
import type { APIGroup, APIResource, APIVersionResources } from "./api-resource.js";
import { text, texts } from "./decode.js";

/** A group with the names of its versions, the preferred one first. */
interface NamedGroup {
  readonly name: string;
  readonly versions: readonly string[];
}

/** Reads an APIVersions or an APIGroupList: the answers of `/api` and `/apis`. */
export function namedGroups(value: unknown): readonly NamedGroup[] {
  if (!isRecord(value)) return [];
  if (Array.isArray(value["versions"])) return [{ name: "", versions: texts(value["versions"]) }];
  const groups = Array.isArray(value["groups"]) ? value["groups"].filter(isRecord) : [];
  return groups.map((group) => {
    const listed = Array.isArray(group["versions"]) ? group["versions"].filter(isRecord) : [];
    const versions = listed.map((entry) => text(entry["version"]));
    const { preferredVersion } = group;
    const preferred = isRecord(preferredVersion) ? text(preferredVersion["version"]) : "";
    return {
      name: text(group["name"]),
      versions: [...new Set(preferred === "" ? versions : [preferred, ...versions])],
    };
  });
}

/** Asks for the resources of each group version, as servers before 1.27 want it. One that fails does not spoil the rest. */
export async function legacyGroups(input: {
  readonly rest: RestClient;
  readonly named: readonly NamedGroup[];
  readonly options: CallOptions;
}): Promise<DecodedGroups> {
  const { rest, named, options } = input;
  const failures = new Map<string, Error>();
  const versionsOf = async (group: NamedGroup): Promise<APIGroup> => {
    const asked = group.versions.map(async (version): Promise<readonly APIVersionResources[]> => {
      const groupVersion = { group: group.name, version };
      try {
        return [await resourcesOf({ rest, groupVersion, options })];
      } catch (error) {
        options.signal?.throwIfAborted();
        // Between two answers a version may go; it is not there then.
        if (!isNotFound(error)) failures.set(formatGroupVersion(groupVersion), toError(error));
        return [];
      }
    });
    return { name: group.name, versions: (await Promise.all(asked)).flat() };
  };
  const groups = await Promise.all(named.map(versionsOf));
  return { groups: groups.filter(({ versions }) => versions.length > 0), failures };
}

/**
 * Asks for the resources of one group version.
 *
 * @throws ApiError NotFound when it is not served
 */
export async function resourcesOf(input: {
  readonly rest: RestClient;
  readonly groupVersion: GroupVersion;
  readonly options: CallOptions;
}): Promise<APIVersionResources> {
  const { rest, groupVersion, options } = input;
  const { group, version } = groupVersion;
  const root = group === "" ? "/api" : `/apis/${encodeURIComponent(group)}`;
  const path = `${root}/${encodeURIComponent(version)}`;
  const list = await rest.request({ method: "GET", path }, options);
  const entries = isRecord(list) && Array.isArray(list["resources"]) ? list["resources"] : [];
  const resources = entries.filter(isRecord).map((entry) => resourceOf({ entry, group, version }));
  return { group, version, resources };
}

function resourceOf(input: {
  readonly entry: Record<string, unknown>;
  readonly group: string;
  readonly version: string;
}): APIResource {
  const { entry, group, version } = input;
  return {
    name: text(entry["name"]),
    group,
    version,
    singularName: text(entry["singularName"]),
    namespaced: entry["namespaced"] === true,
    groupVersionKind: {
      group: text(entry["group"]) || group,
      version: text(entry["version"]) || version,
      kind: text(entry["kind"]),
    },
    verbs: texts(entry["verbs"]),
    shortNames: texts(entry["shortNames"]),
    categories: texts(entry["categories"]),
  };
}

/** Servers of single APIs have no core group. */
export function isAbsent(error: unknown): boolean {
  return isNotFound(error) || isForbidden(error);
}
