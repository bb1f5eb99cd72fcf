import type { ServerResponse } from "../http.js";
import type { ApiResource } from "../resources/resource.js";
import type { StorageEntry } from "../storage/entry.js";
import type { Representation } from "./negotiation/representation.js";
import type { ListOptions } from "./options/list-options.js";
import type { QueryValues } from "./query.js";

/** What is to be listed. */
export interface Selection {
  readonly resource: ApiResource;
  /** `""` for cluster-scoped resources and for all namespaces. */
  readonly namespace: string;
  readonly options: ListOptions;
}

/** A list or watch request. */
export interface ListRequest extends Selection {
  readonly query: QueryValues;
  readonly representation: Representation;
  readonly signal: AbortSignal;
}

/** A page of objects as they are stored. */
export interface Page {
  readonly entries: readonly StorageEntry[];
  readonly resourceVersion: string;
  /** `""` on the last page. */
  readonly continue: string;
  readonly remainingItemCount: number | undefined;
}

/** Lists and watches. */
export interface ListWatcher {
  /** @throws or rejects with a StatusError */
  list(request: ListRequest): ServerResponse | Promise<ServerResponse>;
  /** @throws or rejects with a StatusError */
  watch(request: ListRequest): ServerResponse | Promise<ServerResponse>;
  /** The objects that deletecollection deletes. @throws or rejects with a StatusError */
  page(selection: Selection & { readonly signal: AbortSignal }): Page | Promise<Page>;
}
