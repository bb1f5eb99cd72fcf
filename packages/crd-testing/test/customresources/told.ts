import type { SeenEvent } from "./api-server.js";

/** What an event tells about a definition: `ADDED foos.example.com`, then its conditions as `type=status reason`. */
export function told(event: SeenEvent): string {
  const { metadata, status } = event.object as {
    metadata: { name: string; deletionTimestamp?: string };
    status: { conditions: { type: string; status: string; reason: string }[] | null };
  };
  const conditions = (status.conditions ?? []).map((c) => `${c.type}=${c.status} ${c.reason}`);
  const deleting = metadata.deletionTimestamp === undefined ? [] : ["deleting"];
  return [`${event.type} ${metadata.name}`, ...deleting, ...conditions].join(", ");
}
