import type { DatabaseInterface } from "./v1.js";

interface DatabaseExpansion {
  exists(name: string): Promise<boolean>;
}

export function databaseExpansions(client: Pick<DatabaseInterface, "get">): DatabaseExpansion {
  return { exists: async (name) => (await client.get(name)).metadata.name === name };
}
