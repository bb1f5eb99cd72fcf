import type { JsonObject, Metadata } from "../object.js";
import type { StorageEntry } from "../storage/entry.js";
import type { ListMetadata } from "../table/index.js";

/** A list of objects, whose items may leave their type out. */
export interface ApiList {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: ListMetadata;
  readonly items: readonly ListItem[];
}

/** An object, or one without its type. */
export interface ListItem extends JsonObject {
  metadata: Metadata;
}

/** What a verb answers: an object as it is stored, one that is not stored, or a list; and the HTTP status code. */
export type VerbResult =
  | { readonly code: number; readonly entry: StorageEntry }
  | { readonly code: number; readonly object: JsonObject }
  | { readonly code: number; readonly list: ApiList };
