import type { Persisted } from "crd-runtime";
import type { Database } from "../../../apis/example.com/v1/types.js";
import type { DatabaseInterface } from "./v1.js";

export interface DatabaseExpansion {
  get(name: string): Promise<Persisted<Database>>;
  readonly rest: string;
}

export function databaseExpansion(client: Pick<DatabaseInterface, "list">): DatabaseExpansion {
  return {
    rest: "",
    async get(name) {
      const { items } = await client.list({ fieldSelector: `metadata.name=${name}` });
      const [database] = items;
      if (database === undefined) throw new Error("no database");
      return database;
    },
  };
}
