import type { DatabaseInterface } from "./v1.js";

export interface DatabaseExpansion<T> {
  read(name: string): Promise<T>;
}

export async function databaseExpansion(client: Pick<DatabaseInterface, "get">) {
  return { read: client.get };
}
