import { abortable } from "../clock/abortable.js";
import type { CallOptions } from "../rest/index.js";
import type { ServerResources } from "./api-resource.js";
import type { Discovery } from "./discovery-client.js";

/** A discovery whose answer is kept until it is invalidated. */
export interface CachedDiscovery extends Discovery {
  /** Whether the next call is answered from what is kept. */
  readonly kept: boolean;
  /** Asks anew with the next call. */
  invalidate(): void;
}

/**
 * Keeps the answer of a discovery in memory. Calls at the same moment share one; a failure is not kept. Follows client-go's
 * `discovery/cached/memory`.
 *
 * @example
 * const discovery = new MemoryCachedDiscovery(new DiscoveryClient(rest));
 */
export class MemoryCachedDiscovery implements CachedDiscovery {
  readonly #discovery: Discovery;
  #answer: Promise<ServerResources> | undefined;

  constructor(discovery: Discovery) {
    this.#discovery = discovery;
  }

  get kept(): boolean {
    return this.#answer !== undefined;
  }

  invalidate(): void {
    this.#answer = undefined;
  }

  /** The signal ends the caller's wait, not the request, which others may share. */
  async serverGroupsAndResources(options: CallOptions = {}): Promise<ServerResources> {
    const { signal } = options;
    signal?.throwIfAborted();
    this.#answer ??= this.#ask();
    return await abortable({ promise: this.#answer, signal });
  }

  #ask(): Promise<ServerResources> {
    const asked = this.#discovery.serverGroupsAndResources();
    const forget = (): void => {
      if (this.#answer === asked) this.#answer = undefined;
    };
    asked.catch(forget);
    return asked;
  }
}
