import { compare, type Managed, type ManagedEntry, secondsOf } from "./managed.js";
import { identityOf } from "./manager-identity.js";

/** How many managers of updates an object has at most. */
const maxUpdateManagers = 10;

/** The manager in which the oldest are gathered. */
const ancientChanges = "ancient-changes";

/** Puts the oldest updates together in one entry for each API version when there are too many of them. */
export function capManagers(managed: Managed): Managed {
  const updates = [...managed].filter(([, entry]) => entry.operation === "Update");
  let count = updates.length;
  if (count <= maxUpdateManagers) return managed;
  updates.sort(([a, left], [b, right]) => secondsOf(left) - secondsOf(right) || compare(a, b));
  const capped = new Map(managed);
  const firsts = new Map<string, string>();
  for (const [id, entry] of updates) {
    if (count <= maxUpdateManagers) break;
    const { apiVersion } = entry;
    const first = firsts.get(apiVersion);
    if (first === undefined) {
      firsts.set(apiVersion, id);
      continue;
    }
    const bucket = bucketOf(apiVersion);
    const bucketId = identityOf(bucket);
    const gathered = capped.get(bucketId) ?? capped.get(first) ?? entry;
    if (!capped.has(bucketId)) capped.delete(first);
    const fields = entry.fields.union(gathered.fields);
    capped.set(bucketId, { ...bucket, fields, time: entry.time });
    capped.delete(id);
    count -= 1;
  }
  return capped;
}

function bucketOf(apiVersion: string): Omit<ManagedEntry, "fields" | "time"> {
  return { manager: ancientChanges, operation: "Update", apiVersion, subresource: "" };
}
