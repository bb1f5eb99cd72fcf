import type { JsonObject } from "../../src/apiserver/object.js";

const time = /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/g;
const revision = /(revision=)\d+/g;
const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|uid-\d+/g;
const free: ReadonlySet<string> = new Set(["resourceVersion", "uid"]);

/** A body without what a server is free to choose: times, uids, revisions. */
export function normalised(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(normalised);
  if (typeof value === "string")
    return value.replaceAll(time, "TIME").replaceAll(revision, "$1N").replaceAll(uuid, "UID");
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([name, member]) => [
      name,
      free.has(name) && typeof member === "string" && member !== ""
        ? name.toUpperCase()
        : normalised(member),
    ]),
  );
}
