import type { StorageEntry } from "./entry.js";

/** One write to an object. `entry` is absent when it was deleted, `previous` when it was created. */
export interface StorageEvent {
  readonly revision: number;
  readonly entry: StorageEntry | undefined;
  readonly previous: StorageEntry | undefined;
}

/** An entry of the object that an event is about. */
export function subjectOf(event: StorageEvent): StorageEntry {
  const subject = event.entry ?? event.previous;
  if (subject === undefined) throw new Error(`event ${event.revision} is about nothing`);
  return subject;
}
