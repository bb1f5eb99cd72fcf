import type { Condition, KubernetesObject } from "../../src/index.js";

/** An object with all that the helpers care for. */
export interface Database extends KubernetesObject {
  spec?: { engine?: string; replicas?: number; tags?: string[] };
  status?: { ready?: boolean; conditions?: Condition[] };
}

export function database(metadata: Database["metadata"] = {}): Database {
  return {
    apiVersion: "example.com/v1",
    kind: "Database",
    metadata: { name: "orders", namespace: "default", uid: "uid-orders", ...metadata },
  };
}

/** Through which nothing can be changed: what caches hand out. */
export function frozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    for (const member of Object.values(value)) frozen(member);
    Object.freeze(value);
  }
  return value;
}
