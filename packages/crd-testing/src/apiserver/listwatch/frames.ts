import type { Status } from "crd-runtime";
import type { StorageEntry, StorageEvent } from "../storage/index.js";
import { utf8 } from "./encoding/text.js";
import { withResourceVersion } from "./with-resource-version.js";

/** What a watch tells of an object. */
export type ObjectEventType = "ADDED" | "DELETED" | "MODIFIED";

/** What an event is to those who watch a part of the objects; undefined: nothing. */
export function eventTypeOf(
  event: StorageEvent,
  matches: (entry: StorageEntry) => boolean,
): ObjectEventType | undefined {
  const is = event.entry !== undefined && matches(event.entry);
  const was = event.previous !== undefined && matches(event.previous);
  if (is) return was ? "MODIFIED" : "ADDED";
  return was ? "DELETED" : undefined;
}

/**
 * The object that an event shows. One that is gone, or has left the selection, is shown as it was last, but with the
 * resourceVersion of the event.
 */
export function shownBy(event: StorageEvent, type: ObjectEventType): StorageEntry {
  const entry = type === "DELETED" ? event.previous : event.entry;
  if (entry === undefined)
    throw new Error(`a ${type} event of revision ${event.revision} is empty`);
  if (type !== "DELETED") return entry;
  const { revision } = event;
  return { ...entry, revision, value: withResourceVersion(entry.value, revision) };
}

const heads: Readonly<Record<ObjectEventType, Uint8Array>> = {
  ADDED: utf8('{"type":"ADDED","object":'),
  DELETED: utf8('{"type":"DELETED","object":'),
  MODIFIED: utf8('{"type":"MODIFIED","object":'),
};

/** The line of an event. */
export function objectFrame(type: ObjectEventType, object: Uint8Array): Uint8Array {
  const head = heads[type];
  const frame = new Uint8Array(head.length + object.length + 2);
  frame.set(head);
  frame.set(object, head.length);
  frame[frame.length - 2] = 0x7d;
  frame[frame.length - 1] = 0x0a;
  return frame;
}

/** The line of a bookmark. */
export function bookmarkFrame(object: string): Uint8Array {
  return utf8(`{"type":"BOOKMARK","object":${object}}\n`);
}

/** The line that ends a watch that failed. */
export function errorFrame(status: Readonly<Status>): Uint8Array {
  return utf8(`${JSON.stringify({ type: "ERROR", object: status })}\n`);
}
