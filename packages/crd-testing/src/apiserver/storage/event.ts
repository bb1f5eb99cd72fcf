import type { KeptEntry } from "./entry.js";

/** One write to an object. `entry` is absent when it was deleted, `previous` when it was created. */
export interface StorageEvent {
  readonly revision: number;
  readonly entry: KeptEntry | undefined;
  readonly previous: KeptEntry | undefined;
}

/** An entry of the object that an event is about. */
export function subjectOf(event: StorageEvent): KeptEntry {
  const subject = event.entry ?? event.previous;
  if (subject === undefined) throw new Error(`event ${event.revision} is about nothing`);
  return subject;
}
