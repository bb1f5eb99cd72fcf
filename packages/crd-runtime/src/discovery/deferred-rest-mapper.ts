import { abortable } from "../clock/abortable.js";
import type { GroupKind, GroupVersionKind, GroupVersionResource } from "../meta/index.js";
import type { CallOptions } from "../rest/index.js";
import type { CachedDiscovery } from "./cached-discovery.js";
import { NoMatchError, type PartialResource } from "./no-match-errors.js";
import { DiscoveryRESTMapper, type RESTMapping } from "./rest-mapper.js";

/** Which versions of a kind will do, and when to stop asking. */
export interface RESTMappingOptions extends CallOptions {
  /** The first that is served is taken; the preferred one when absent. */
  readonly versions?: readonly string[] | undefined;
}

/**
 * A DiscoveryRESTMapper that asks the server when it is first needed, and once more when something is not found, since a
 * CustomResourceDefinition may have been installed meanwhile. Follows client-go's `DeferredDiscoveryRESTMapper`.
 *
 * @example
 * const mapper = new DeferredDiscoveryRESTMapper(new MemoryCachedDiscovery(new DiscoveryClient(rest)));
 * const { resource } = await mapper.restMapping({ group: "example.com", kind: "Database" });
 */
export class DeferredDiscoveryRESTMapper {
  readonly #discovery: CachedDiscovery;
  #mapper: Promise<DiscoveryRESTMapper> | undefined;
  /** Whether the mapper is there; calls of the time before share it as the newest answer. */
  #answered = false;

  constructor(discovery: CachedDiscovery) {
    this.#discovery = discovery;
  }

  /** Asks the server anew with the next call. */
  reset(): void {
    this.#discovery.invalidate();
    this.#mapper = undefined;
    this.#answered = false;
  }

  /** @throws NoMatchError; what the discovery throws */
  async kindFor(resource: PartialResource, options?: CallOptions): Promise<GroupVersionKind> {
    return await this.#ask((mapper) => mapper.kindFor(resource), options);
  }

  /** @throws NoMatchError; what the discovery throws */
  async resourceFor(
    resource: PartialResource,
    options?: CallOptions,
  ): Promise<GroupVersionResource> {
    return await this.#ask((mapper) => mapper.resourceFor(resource), options);
  }

  /** @throws NoMatchError; what the discovery throws */
  async restMapping(groupKind: GroupKind, options: RESTMappingOptions = {}): Promise<RESTMapping> {
    const { versions = [] } = options;
    return await this.#ask((mapper) => mapper.restMapping(groupKind, ...versions), options);
  }

  async #ask<R>(
    question: (mapper: DiscoveryRESTMapper) => R,
    options: CallOptions = {},
  ): Promise<R> {
    const { signal } = options;
    const isOld = this.#answered || (this.#mapper === undefined && this.#discovery.kept);
    const asked = this.#current();
    try {
      return question(await abortable({ promise: asked, signal }));
    } catch (error) {
      if (!(error instanceof NoMatchError) || !isOld) throw error;
      // Whoever shared the old answer shares the new one, too.
      if (this.#mapper === asked) this.reset();
      return question(await abortable({ promise: this.#current(), signal }));
    }
  }

  #current(): Promise<DiscoveryRESTMapper> {
    this.#mapper ??= this.#make();
    return this.#mapper;
  }

  /** Without a signal, since others may share it. */
  async #make(): Promise<DiscoveryRESTMapper> {
    try {
      const server = await this.#discovery.serverGroupsAndResources();
      this.#answered = true;
      return new DiscoveryRESTMapper(server);
    } catch (error) {
      this.#mapper = undefined;
      throw error;
    }
  }
}
