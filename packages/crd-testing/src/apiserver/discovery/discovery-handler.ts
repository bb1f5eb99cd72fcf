import type { ServerRequest, ServerResponse } from "../http.js";
import type { JsonObject } from "../object.js";
import { parseAccept } from "../request/negotiation/accept.js";
import { type Accepting, negotiate } from "../request/negotiation/representation.js";
import { pageNotFound } from "../request/page-not-found.js";
import { parseQuery, type QueryValues } from "../request/query.js";
import { contentTypeOf, encodeValue } from "../request/response/encode.js";
import { errorResponse } from "../request/response/error-response.js";
import type { ResourceCatalog } from "../resources/resource.js";
import { methodNotAllowed, resourceNotFound } from "../status/index.js";
import { type ServedGroup, servedGroups } from "./group-versions.js";
import { healthPaths, healthResponse } from "./health.js";
import { apiResources, discoveredResources } from "./resource-lists.js";
import { hashOf, headerOf } from "./responses.js";
import { embeddedVersion, type ServerVersion, versionInfo } from "./server-version.js";

/** What discovery is made of. */
export interface DiscoveryOptions {
  readonly catalog: ResourceCatalog;
  /** What `/version` tells; the server whose behaviour is followed when absent. */
  readonly version?: ServerVersion | undefined;
  /** Further paths that `/` lists. */
  readonly paths?: readonly string[] | undefined;
}

const aggregatedType = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";

/** Answers what is no resource: `/`, `/api`, `/apis`, `/version`, `/readyz` ... ; undefined for other paths. */
export class DiscoveryHandler {
  readonly #catalog: ResourceCatalog;
  readonly #version: ServerVersion;
  readonly #paths: readonly string[];
  #groups: readonly ServedGroup[] | undefined;

  constructor(options: DiscoveryOptions) {
    this.#catalog = options.catalog;
    this.#version = options.version ?? embeddedVersion;
    this.#paths = options.paths ?? [];
    options.catalog.onChange(() => {
      this.#groups = undefined;
    });
  }

  /** It does not throw. */
  answer(request: ServerRequest): ServerResponse | undefined {
    const [path = "", query = ""] = request.path.split("?", 2);
    const segments = segmentsOf(path);
    if (segments === undefined) return undefined;
    const asked = { request, query: parseQuery(query), segments };
    try {
      return this.#answer(asked);
    } catch (error) {
      return errorResponse({ error, accepting: acceptingOf(asked) });
    }
  }

  #answer(asked: Asked): ServerResponse | undefined {
    const { segments, query } = asked;
    const [root, first, second, ...more] = segments;
    switch (root) {
      case "":
        return first === undefined ? this.#encoded(asked, { paths: this.#rootPaths() }) : undefined;
      case "version":
        return first === undefined ? this.#versionInfo(asked) : undefined;
      case "api":
        if (first === undefined) return this.#apiVersions(asked);
        return second === undefined ? this.#resourceList(asked, ["", first]) : undefined;
      case "apis":
        if (first === undefined) return this.#groupList(asked);
        if (second === undefined) return this.#group(asked, first);
        return more.length === 0 ? this.#resourceList(asked, [first, second]) : undefined;
      default:
        return healthResponse({ segments, verbose: query.has("verbose") });
    }
  }

  #served(): readonly ServedGroup[] {
    this.#groups ??= servedGroups(this.#catalog.list());
    return this.#groups;
  }

  #named(): readonly ServedGroup[] {
    return this.#served().filter(({ group }) => group !== "");
  }

  #core(): readonly ServedGroup[] {
    return this.#served().filter(({ group }) => group === "");
  }

  #apiVersions(asked: Asked): ServerResponse {
    if (isAggregated(asked)) return this.#aggregated(asked, this.#core());
    requireGet(asked);
    return this.#encoded(asked, {
      kind: "APIVersions",
      versions: this.#core().flatMap(({ versions }) => versions.map(({ version }) => version)),
      serverAddressByClientCIDRs: [
        { clientCIDR: "0.0.0.0/0", serverAddress: headerOf(asked.request, "host") },
      ],
    });
  }

  #groupList(asked: Asked): ServerResponse {
    if (isAggregated(asked)) return this.#aggregated(asked, this.#named());
    const groups = this.#named().map(groupEntry);
    return this.#encoded(asked, { kind: "APIGroupList", apiVersion: "v1", groups });
  }

  #group(asked: Asked, name: string): ServerResponse {
    const found = this.#named().find(({ group }) => group === name);
    if (found === undefined) return pageNotFound();
    return this.#encoded(asked, { kind: "APIGroup", apiVersion: "v1", ...groupEntry(found) });
  }

  #resourceList(asked: Asked, [group, version]: readonly [string, string]): ServerResponse {
    const found = this.#served()
      .find((each) => each.group === group)
      ?.versions.find((each) => each.version === version);
    if (found === undefined) {
      if (group !== "") return pageNotFound();
      return errorResponse({ error: resourceNotFound(), accepting: acceptingOf(asked) });
    }
    requireGet(asked);
    return this.#encoded(asked, {
      kind: "APIResourceList",
      ...(group === "" ? {} : { apiVersion: "v1" }),
      groupVersion: group === "" ? version : `${group}/${version}`,
      resources: apiResources(found.resources),
    });
  }

  #aggregated(asked: Asked, groups: readonly ServedGroup[]): ServerResponse {
    requireGet(asked);
    const body = encodeValue(
      {
        kind: "APIGroupDiscoveryList",
        apiVersion: "apidiscovery.k8s.io/v2",
        metadata: {},
        items: groups.map(({ group, versions }) => ({
          metadata: group === "" ? {} : { name: group },
          versions: versions.map(({ version, resources }) => ({
            version,
            resources: discoveredResources(resources),
            freshness: "Current",
          })),
        })),
      },
      { format: "json", pretty: false },
    );
    const etag = `"${hashOf(body)}"`;
    const headers = { etag, "cache-control": "public", vary: "Accept" };
    if (headerOf(asked.request, "if-none-match") === etag) {
      return { status: 304, headers, body: new Uint8Array() };
    }
    return { status: 200, headers: { ...headers, "content-type": aggregatedType }, body };
  }

  #versionInfo(asked: Asked): ServerResponse {
    requireGet(asked);
    const body = new TextEncoder().encode(JSON.stringify(versionInfo(this.#version), undefined, 2));
    return { status: 200, headers: { "content-type": "application/json" }, body };
  }

  #encoded(asked: Asked, value: JsonObject): ServerResponse {
    const representation = negotiate(acceptingOf(asked));
    return {
      status: 200,
      headers: { "content-type": contentTypeOf(representation) },
      body: encodeValue(value, representation),
    };
  }

  #rootPaths(): readonly string[] {
    const groups = this.#served().flatMap(({ group, versions }) => {
      const root = group === "" ? "/api" : `/apis/${group}`;
      return [root, ...versions.map(({ version }) => `${root}/${version}`)];
    });
    return [...groups, "/apis", "/apis/", ...healthPaths, ...this.#paths, "/version"].sort();
  }
}

/**
 * `["apis", "example.com", "v1"]`; undefined: the path is none. Slashes at the end count where paths are routed by their parts,
 * which health and the list of groups are not.
 */
function segmentsOf(path: string): readonly string[] | undefined {
  const trimmed = path.replace(/(?<=[^/])\/+$/, "");
  const segments = trimmed.split("/").slice(1);
  if (path === trimmed) return segments;
  const [root = "", first] = segments;
  if (root === "apis" && first === undefined) return path === "/apis/" ? segments : undefined;
  return root === "api" || root === "apis" || root === "version" ? segments : undefined;
}

interface Asked {
  readonly request: ServerRequest;
  readonly query: QueryValues;
  readonly segments: readonly string[];
}

function groupEntry({ group, versions }: ServedGroup): JsonObject {
  const entries = versions.map(({ version }) => ({ groupVersion: `${group}/${version}`, version }));
  return { name: group, versions: entries, preferredVersion: entries[0] };
}

/** Whether the client takes the groups with all their resources, and prefers that. */
function isAggregated({ request }: Asked): boolean {
  for (const { type, subtype, parameters } of parseAccept(headerOf(request, "accept"))) {
    if (type !== "application" || subtype !== "json") continue;
    if (!parameters.has("as")) return false;
    if (parameters.get("as") !== "APIGroupDiscoveryList" || parameters.get("v") !== "v2") continue;
    if (parameters.get("g") === "apidiscovery.k8s.io") return true;
  }
  return false;
}

function acceptingOf({ request, query }: Asked): Accepting {
  const accept = headerOf(request, "accept");
  return { accept, userAgent: headerOf(request, "user-agent"), query };
}

/** @throws StatusError 405 */
function requireGet({ request }: Asked): void {
  if (request.method !== "GET" && request.method !== "HEAD") throw methodNotAllowed();
}
