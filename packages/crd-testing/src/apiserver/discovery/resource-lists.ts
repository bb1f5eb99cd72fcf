import { createHash } from "node:crypto";
import type { JsonObject } from "../object.js";
import type { ApiResource } from "../resources/resource.js";

const subresourceVerbs = ["get", "patch", "update"];
const scaleKind = { group: "autoscaling", version: "v1", kind: "Scale" };
const creating: ReadonlySet<string> = new Set(["create", "patch", "update"]);

/** A subresource as discovery names it. */
export interface Subresource {
  readonly name: string;
  readonly verbs: readonly string[];
  /** Undefined: the kind of the resource itself. */
  readonly kind: typeof scaleKind | undefined;
}

/** Subresources of a resource, in the order of discovery. */
export function subresourcesOf(resource: ApiResource): readonly Subresource[] {
  const own = (resource.subresources ?? []).map((name) => ({
    name,
    verbs: ["update"],
    kind: undefined,
  }));
  const status = { name: "status", verbs: subresourceVerbs, kind: undefined };
  const scale = { name: "scale", verbs: subresourceVerbs, kind: scaleKind };
  return [
    ...own,
    ...(resource.status ? [status] : []),
    ...(resource.scale === undefined ? [] : [scale]),
  ];
}

/** Verbs that discovery names: nothing new is made while a definition is being deleted. */
export function verbsOf(resource: ApiResource): readonly string[] {
  const verbs = [...resource.verbs];
  return resource.terminating === true ? verbs.filter((verb) => !creating.has(verb)) : verbs;
}

/** Entries of an APIResourceList: each resource and its subresources. */
export function apiResources(resources: readonly ApiResource[]): readonly JsonObject[] {
  return resources.flatMap((resource) => [
    {
      name: resource.resource,
      singularName: resource.singular,
      namespaced: resource.namespaced,
      kind: resource.kind,
      verbs: verbsOf(resource),
      ...names(resource),
      ...(resource.review === undefined
        ? { storageVersionHash: storageVersionHash(resource) }
        : {}),
    },
    ...subresourcesOf(resource).map(({ name, verbs, kind }) => ({
      name: `${resource.resource}/${name}`,
      singularName: "",
      namespaced: resource.namespaced,
      ...(kind ?? { kind: resource.kind }),
      verbs,
    })),
  ]);
}

/** Entries of an APIVersionDiscovery. */
export function discoveredResources(resources: readonly ApiResource[]): readonly JsonObject[] {
  return resources.map((resource) => {
    // Of built-in kinds the server leaves the group and version of the kind to the reader.
    const { kind } = resource;
    const responseKind =
      resource.builtIn === true
        ? { group: "", version: "", kind }
        : { group: resource.group, version: resource.version, kind };
    const subresources = subresourcesOf(resource).map((subresource) => ({
      subresource: subresource.name,
      responseKind: subresource.kind ?? responseKind,
      verbs: subresource.verbs,
    }));
    return {
      resource: resource.resource,
      responseKind,
      scope: resource.namespaced ? "Namespaced" : "Cluster",
      singularResource: resource.singular,
      verbs: verbsOf(resource),
      ...names(resource),
      ...(subresources.length === 0 ? {} : { subresources }),
    };
  });
}

function names({ shortNames, categories }: ApiResource): JsonObject {
  return {
    ...(shortNames.length === 0 ? {} : { shortNames }),
    ...(categories.length === 0 ? {} : { categories }),
  };
}

const hashBytes = 8;

/** Says in which version objects are stored, without saying which. */
function storageVersionHash({ group, kind, conversion, storageKey }: ApiResource): string {
  // Events are stored as core/v1 has them, whatever they are spoken in.
  const storedGroup = storageKey === "events" ? "" : group;
  // Definitions still are stored in their first version.
  const version =
    kind === "CustomResourceDefinition" && group === "apiextensions.k8s.io"
      ? "v1beta1"
      : conversion.storageVersion;
  const text = `${storedGroup}/${version}/${kind}`;
  return createHash("sha256").update(text).digest().subarray(0, hashBytes).toString("base64");
}
