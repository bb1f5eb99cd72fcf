import type { DatabaseInterface } from "./v1.js";

export interface DatabaseExpansion {
  restart(name: string): Promise<void>;
}

export function databaseExpansion(client: Pick<DatabaseInterface, "patch">): DatabaseExpansion {
  return {
    async restart(name) {
      const metadata = { annotations: { restart: "now" } };
      await client.patch(name, { type: "merge", body: { metadata } });
    },
  };
}
