import type { DatabaseSpec } from "./types.js";

export function setDefaults_DatabaseSpec(object: DatabaseSpec): void {
  object.size ??= "1Gi";
}
