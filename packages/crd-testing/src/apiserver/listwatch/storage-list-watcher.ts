import type { Clock } from "crd-runtime";
import { NotDecodableError } from "../customresources/conversion/not-decodable-error.js";
import type { ServerResponse } from "../http.js";
import type {
  ListRequest,
  ListWatcher,
  Page,
  Selection as Selected,
} from "../request/list-watcher.js";
import type { Storage } from "../storage/index.js";
import { FrameCaches } from "./frame-cache.js";
import { listPage } from "./list-page.js";
import { listResponse } from "./list-response.js";
import { watchResponse } from "./watch-response.js";

export interface StorageListWatcherOptions {
  readonly storage: Storage;
  readonly clock: Clock;
  /** Numbers from 0 to below 1, for the length of watches that name none. */
  readonly random: () => number;
}

/** Lists and watches what is in the storage, as kube-apiserver does. */
export class StorageListWatcher implements ListWatcher {
  readonly #options: StorageListWatcherOptions;
  readonly #caches = new FrameCaches();

  constructor(options: StorageListWatcherOptions) {
    this.#options = options;
  }

  /** @throws StatusError */
  async list(request: ListRequest): Promise<ServerResponse> {
    try {
      return await listResponse(request, await this.page(request));
    } catch (error) {
      throw error instanceof NotDecodableError ? error.forList() : error;
    }
  }

  /** @throws StatusError only for what the API server refuses before it begins to stream */
  async watch(request: ListRequest): Promise<ServerResponse> {
    return watchResponse({ ...this.#options, caches: this.#caches, request });
  }

  /** @throws StatusError */
  async page(selected: Selected & { readonly signal: AbortSignal }): Promise<Page> {
    const { storage, clock } = this.#options;
    if (selected.options.resourceVersion === "") storage.confirm(selected.resource.storageKey);
    return listPage({ storage, clock, selected, signal: selected.signal });
  }
}
