import type { GroupVersion } from "../meta/index.js";
import { isRecord } from "../rest/guards.js";
import type { CallOptions, RestClient } from "../rest/index.js";
import {
  aggregatedAccept,
  aggregatedGroups,
  type DecodedGroups,
  isAggregated,
} from "./aggregated.js";
import type { APIVersionResources, ServerResources } from "./api-resource.js";
import { text } from "./decode.js";
import { isAbsent, legacyGroups, namedGroups, resourcesOf } from "./legacy.js";

/** What a server says of itself. */
export interface ServerVersion {
  readonly major: string;
  readonly minor: string;
  /** `v1.37.2`. */
  readonly gitVersion: string;
  /** `linux/amd64`. */
  readonly platform: string;
}

/** Tells what a server serves. */
export interface Discovery {
  /** @throws what `RestClient.request` throws when not even the groups can be had */
  serverGroupsAndResources(options?: CallOptions): Promise<ServerResources>;
}

/**
 * Asks a server what it serves: with two requests where it gives everything at once (since 1.27), else with one more for each
 * group version. Follows client-go's `discovery`.
 *
 * @example
 * const discovery = new DiscoveryClient(RestClient.forConfig(config));
 * const { groups } = await discovery.serverGroupsAndResources();
 */
export class DiscoveryClient implements Discovery {
  readonly #rest: RestClient;

  constructor(rest: RestClient) {
    this.#rest = rest;
  }

  /** @throws what `RestClient.request` throws */
  async serverVersion(options: CallOptions = {}): Promise<ServerVersion> {
    const info = await this.#rest.request({ method: "GET", path: "/version" }, options);
    const of = (name: string): string => (isRecord(info) ? text(info[name]) : "");
    return {
      major: of("major"),
      minor: of("minor"),
      gitVersion: of("gitVersion"),
      platform: of("platform"),
    };
  }

  /**
   * All groups, versions and resources. A group version that cannot be asked is in `failures`, and does not spoil the rest.
   *
   * @throws what `RestClient.request` throws when the groups cannot be had
   */
  async serverGroupsAndResources(options: CallOptions = {}): Promise<ServerResources> {
    const [core, named] = await Promise.all([
      this.#groups({ path: "/api", options }),
      this.#groups({ path: "/apis", options }),
    ]);
    return {
      groups: [...core.groups, ...named.groups],
      failures: new Map([...core.failures, ...named.failures]),
    };
  }

  /**
   * The resources of one group version.
   *
   * @throws ApiError NotFound when it is not served
   */
  async serverResourcesForGroupVersion(
    groupVersion: GroupVersion,
    options: CallOptions = {},
  ): Promise<APIVersionResources> {
    return await resourcesOf({ rest: this.#rest, groupVersion, options });
  }

  async #groups(input: {
    readonly path: "/api" | "/apis";
    readonly options: CallOptions;
  }): Promise<DecodedGroups> {
    const { path, options } = input;
    const rest = this.#rest;
    try {
      const answer = await rest.request({ method: "GET", path, accept: aggregatedAccept }, options);
      return isAggregated(answer)
        ? aggregatedGroups(answer)
        : await legacyGroups({ rest, named: namedGroups(answer), options });
    } catch (error) {
      if (path !== "/api" || !isAbsent(error)) throw error;
      return { groups: [], failures: new Map() };
    }
  }
}
