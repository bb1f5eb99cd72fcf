import type { DatabaseSpec } from "./types.js";

export function setDefaults_DatabaseSpec(object: DatabaseSpec): void {
  object.size ??= "1Gi";
}

export function setObjectDefaults_Unknown(object: Unknown): void {
  object.size ??= "1Gi";
}

interface Unknown {
  size?: string;
}
