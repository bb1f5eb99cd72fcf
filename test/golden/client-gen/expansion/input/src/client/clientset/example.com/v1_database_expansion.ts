import { type DeepReadonly, isNotFound, type Persisted } from "crd-runtime";
import type { Database } from "../../../apis/example.com/v1/types.js";
import type { DatabaseInterface } from "./v1.js";

export interface DatabaseExpansion {
  /** Reads a database, or creates it when there is none of its name. */
  getOrCreate(database: DeepReadonly<Database>): Promise<Persisted<Database>>;
}

export function databaseExpansion(
  client: Pick<DatabaseInterface, "get" | "create">,
): DatabaseExpansion {
  return {
    async getOrCreate(database) {
      try {
        return await client.get(database.metadata.name ?? "");
      } catch (error) {
        if (!isNotFound(error)) throw error;
        return await client.create(database);
      }
    },
  };
}
