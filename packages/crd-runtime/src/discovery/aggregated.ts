import { isRecord } from "../rest/guards.js";
import type { APIGroup, APIResource, APIVersionResources } from "./api-resource.js";
import { text, texts } from "./decode.js";
import { StaleGroupVersionError } from "./errors.js";

/** What is asked for: everything at once, or the older way. */
export const aggregatedAccept = [
  "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList",
  "application/json",
].join(",");

/** Groups of one answer, and the versions that the server could not renew. */
export interface DecodedGroups {
  readonly groups: readonly APIGroup[];
  readonly failures: ReadonlyMap<string, Error>;
}

/** Whether an answer holds groups with their resources. */
export function isAggregated(value: unknown): value is Record<string, unknown> {
  return isRecord(value) && value["kind"] === "APIGroupDiscoveryList";
}

/** Reads an APIGroupDiscoveryList of apidiscovery.k8s.io/v2. What is malformed is left out. */
export function aggregatedGroups(list: Record<string, unknown>): DecodedGroups {
  const failures = new Map<string, Error>();
  const groups = records(list["items"]).map((item): APIGroup => {
    const name = isRecord(item["metadata"]) ? text(item["metadata"]["name"]) : "";
    const versions = records(item["versions"]).map((entry): APIVersionResources => {
      const groupVersion = { group: name, version: text(entry["version"]) };
      if (entry["freshness"] === "Stale") {
        const stale = new StaleGroupVersionError(groupVersion);
        failures.set(stale.groupVersion, stale);
      }
      const resources = records(entry["resources"]).flatMap((resource) =>
        withSubresources({ ...groupVersion, resource }),
      );
      return { ...groupVersion, resources };
    });
    return { name, versions };
  });
  return { groups, failures };
}

function withSubresources(input: {
  readonly group: string;
  readonly version: string;
  readonly resource: Record<string, unknown>;
}): readonly APIResource[] {
  const { group, version, resource } = input;
  const name = text(resource["resource"]);
  const namespaced = resource["scope"] === "Namespaced";
  const entry = (own: {
    readonly name: string;
    readonly from: Record<string, unknown>;
  }): readonly APIResource[] => {
    const { responseKind } = own.from;
    // A resource without a kind is there only for the sake of its subresources.
    if (!isRecord(responseKind) || text(responseKind["kind"]) === "") return [];
    const groupVersionKind = {
      group: text(responseKind["group"]) || group,
      version: text(responseKind["version"]) || version,
      kind: text(responseKind["kind"]),
    };
    return [
      {
        name: own.name,
        group,
        version,
        namespaced,
        groupVersionKind,
        singularName: text(own.from["singularResource"]),
        verbs: texts(own.from["verbs"]),
        shortNames: texts(own.from["shortNames"]),
        categories: texts(own.from["categories"]),
      },
    ];
  };
  return [
    ...entry({ name, from: resource }),
    ...records(resource["subresources"]).flatMap((from) =>
      entry({ name: `${name}/${text(from["subresource"])}`, from }),
    ),
  ];
}

function records(value: unknown): readonly Record<string, unknown>[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}
