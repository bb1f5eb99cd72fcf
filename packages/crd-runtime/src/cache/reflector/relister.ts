import { abortable } from "../../clock/abortable.js";
import type { Clock } from "../../clock/index.js";
import type { KubernetesObject } from "../../meta/index.js";
import { type FullList, listAll } from "../../pager/list-all.js";
import type { ListOptions } from "../../rest/index.js";
import type { ListerWatcher } from "../lister-watcher.js";
import { isUnusableResourceVersion } from "./failure.js";
import type { SyncVersion } from "./sync-version.js";

/** Objects per page. */
const defaultPageSize = 500;

/** Lists a resource as one reflector does: at which version, and in pages of which size. */
export class Relister<T extends KubernetesObject, Item> {
  readonly #listerWatcher: Pick<ListerWatcher<T>, "list" | "listEach">;
  readonly #version: SyncVersion;
  readonly #pageSize: number | undefined;
  readonly #admit: (item: T) => Item | undefined;
  readonly #onInvalid: ListOptions["onInvalid"];
  readonly #clock: Clock;
  /** The server answered a list of any state in pages, so it has no watch cache to spare. */
  #paginatedResult = false;

  constructor(input: {
    readonly listerWatcher: Pick<ListerWatcher<T>, "list" | "listEach">;
    readonly version: SyncVersion;
    /** For every list; absent: as suits the server. */
    readonly pageSize: number | undefined;
    readonly admit: (item: T) => Item | undefined;
    /** Hears of objects that the client leaves out. */
    readonly onInvalid?: ListOptions["onInvalid"];
    readonly clock: Clock;
  }) {
    this.#listerWatcher = input.listerWatcher;
    this.#version = input.version;
    this.#pageSize = input.pageSize;
    this.#admit = input.admit;
    this.#onInvalid = input.onInvalid;
    this.#clock = input.clock;
  }

  /**
   * The whole list. When our version is gone, or not reached yet, the newest state is asked for at once, once.
   *
   * @throws what `list` throws, TypeError when the answer is no list, the signal's reason when it is aborted
   */
  async list(signal: AbortSignal): Promise<FullList<Item>> {
    const wanted = this.#version.forList;
    const list = await this.#listFrom({ resourceVersion: wanted, signal }).catch((error) => {
      if (signal.aborted || !isUnusableResourceVersion(error)) throw error;
      this.#version.unusable();
      return this.#listFrom({ resourceVersion: this.#version.forList, signal });
    });
    if (wanted === "0" && list.paginated) this.#paginatedResult = true;
    return list;
  }

  #listFrom(input: {
    readonly resourceVersion: string;
    readonly signal: AbortSignal;
  }): Promise<FullList<Item>> {
    const { resourceVersion, signal } = input;
    const onInvalid = this.#onInvalid;
    // A list of a concrete version is answered from the server's cache, but only without a limit.
    const concrete = resourceVersion !== "" && resourceVersion !== "0";
    const defaultSize = concrete && !this.#paginatedResult ? 0 : defaultPageSize;
    const promise = listAll({
      listerWatcher: this.#listerWatcher,
      options: { signal, onInvalid, ...(resourceVersion === "" ? {} : { resourceVersion }) },
      pageSize: this.#pageSize ?? defaultSize,
      admit: this.#admit,
      clock: this.#clock,
    });
    return abortable({ promise, signal });
  }
}
