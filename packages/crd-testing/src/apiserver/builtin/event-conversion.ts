import { parseJSON, stringifyJSON } from "crd-runtime";
import type { ApiObject } from "../object.js";
import type { Conversion } from "../resources/resource.js";
import type { StorageEntry } from "../storage/entry.js";
import { fromCoreEvent, toCoreEvent } from "./event-types.js";
import { completeInPlace } from "./types/complete.js";
import { event } from "./types/core.js";
import { decodeInPlace } from "./types/decode.js";
import { eventsEvent } from "./types/events.js";

const decoder = new TextDecoder();
const encoder = new TextEncoder();

/** Events are stored as core/v1 has them; this is for events.k8s.io/v1. */
export class EventsConversion implements Conversion {
  readonly storageVersion = "v1";
  readonly key = "events/events.k8s.io/v1";
  readonly #made = new WeakMap<StorageEntry, Uint8Array>();

  fromStorage(entries: readonly StorageEntry[]): readonly Uint8Array[] {
    return entries.map((entry) => {
      const known = this.#made.get(entry);
      if (known !== undefined) return known;
      // What is in storage was an object when it was written.
      const object = fromCoreEvent(parseJSON(decoder.decode(entry.value)) as ApiObject);
      decodeInPlace(object, eventsEvent);
      completeInPlace(object, eventsEvent);
      const bytes = encoder.encode(stringifyJSON(object));
      this.#made.set(entry, bytes);
      return bytes;
    });
  }

  toStorage(object: ApiObject): ApiObject {
    const stored = toCoreEvent(object);
    decodeInPlace(stored, event);
    completeInPlace(stored, event);
    return stored;
  }
}
