import type { JsonObject } from "../object.js";
import type { StorageEntry } from "../storage/entry.js";

/** What a verb answers: an object as it is stored, or one that is not stored, and the HTTP status code. */
export type VerbResult =
  | { readonly code: number; readonly entry: StorageEntry }
  | { readonly code: number; readonly object: JsonObject };
