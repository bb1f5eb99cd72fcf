import type { GroupKind, GroupVersionKind, GroupVersionResource } from "../meta/index.js";
import type { APIResource, ServerResources } from "./api-resource.js";
import { noKindMatch, noResourceMatch, type PartialResource } from "./no-match-errors.js";

/** How a kind is reached. */
export interface RESTMapping {
  readonly resource: GroupVersionResource;
  readonly groupVersionKind: GroupVersionKind;
  /** Whether its objects live in namespaces. */
  readonly namespaced: boolean;
}

/**
 * Finds kinds of resources and resources of kinds in what a server serves. Of several, the first group of the server and the
 * preferred version of the group come first; a plural name comes before a singular one, and that before a short one.
 * Follows client-go's `restmapper` with its shortcut expander.
 *
 * @example
 * const mapper = new DiscoveryRESTMapper(await discovery.serverGroupsAndResources());
 * const { resource, namespaced } = mapper.restMapping({ group: "example.com", kind: "Database" });
 */
export class DiscoveryRESTMapper {
  readonly #server: ServerResources;
  /** In the order of preference, without subresources. */
  readonly #resources: readonly APIResource[];

  constructor(server: ServerResources) {
    this.#server = server;
    this.#resources = server.groups
      .flatMap(({ versions }) => versions)
      .flatMap(({ resources }) => resources)
      .filter(({ name }) => !name.includes("/"));
  }

  /** @throws NoMatchError */
  kindFor(resource: PartialResource): GroupVersionKind {
    return first(this.kindsFor(resource));
  }

  /** @throws NoMatchError */
  kindsFor(resource: PartialResource): NonEmpty<GroupVersionKind> {
    return map(this.#find(resource), ({ groupVersionKind }) => groupVersionKind);
  }

  /** @throws NoMatchError */
  resourceFor(resource: PartialResource): GroupVersionResource {
    return first(this.resourcesFor(resource));
  }

  /** @throws NoMatchError */
  resourcesFor(resource: PartialResource): NonEmpty<GroupVersionResource> {
    return map(this.#find(resource), resourceOf);
  }

  /**
   * How a kind is reached, in the first of the versions that is served; in the preferred one when none is named.
   *
   * @throws NoMatchError when the kind is not served in any of them
   */
  restMapping(groupKind: GroupKind, ...versions: readonly string[]): RESTMapping {
    return first(this.restMappings(groupKind, ...versions));
  }

  /** As {@link restMapping}, all of them. */
  restMappings(groupKind: GroupKind, ...versions: readonly string[]): NonEmpty<RESTMapping> {
    const { group, kind } = groupKind;
    const served = this.#resources.filter(
      ({ groupVersionKind: own }) => own.group === group && own.kind === kind,
    );
    const wanted =
      versions.length === 0
        ? served
        : versions.flatMap((version) => served.filter((each) => each.version === version));
    if (!isNonEmpty(wanted))
      throw noKindMatch({ wanted: groupKind, versions, server: this.#server });
    return map(wanted, (each) => ({
      resource: resourceOf(each),
      groupVersionKind: each.groupVersionKind,
      namespaced: each.namespaced,
    }));
  }

  /** The singular name of a resource; the name itself where the server gives none. */
  singularFor(resource: PartialResource): string {
    const { name, singularName } = first(this.#find(resource));
    return singularName || name;
  }

  #find(wanted: PartialResource): NonEmpty<APIResource> {
    const { group, version } = wanted;
    const inVersion = this.#resources.filter(
      (each) => version === undefined || version === "" || each.version === version,
    );
    const groups: readonly ((own: string) => boolean)[] =
      group === undefined
        ? [() => true]
        : [(own) => own === group, (own) => group !== "" && own.startsWith(group)];
    const name = wanted.resource.toLowerCase();
    for (const isGroup of groups) {
      const inGroup = inVersion.filter((each) => isGroup(each.group));
      for (const isNamed of namings) {
        const found = inGroup.filter((resource) => isNamed({ resource, name }));
        if (isNonEmpty(found)) return found;
      }
    }
    throw noResourceMatch({ wanted, server: this.#server });
  }
}

/** Ways in which a resource may be called, the surest first. */
const namings: readonly ((input: {
  readonly resource: APIResource;
  readonly name: string;
}) => boolean)[] = [
  ({ resource, name }) => resource.name === name,
  ({ resource, name }) => singularOf(resource) === name,
  ({ resource, name }) => resource.shortNames.includes(name),
];

/** Servers before 1.24 give no singular of built-in kinds: it is the kind in lower case. */
function singularOf({ singularName, groupVersionKind }: APIResource): string {
  return singularName || groupVersionKind.kind.toLowerCase();
}

function resourceOf({ group, version, name: resource }: APIResource): GroupVersionResource {
  return { group, version, resource };
}

type NonEmpty<T> = readonly [T, ...T[]];

function isNonEmpty<T>(list: readonly T[]): list is NonEmpty<T> {
  return list.length > 0;
}

function first<T>([head]: NonEmpty<T>): T {
  return head;
}

function map<T, R>([head, ...tail]: NonEmpty<T>, of: (item: T) => R): NonEmpty<R> {
  return [of(head), ...tail.map(of)];
}
