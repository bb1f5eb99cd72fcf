import type { QueueSpec } from "./types.js";

export function setDefaults_QueueSpec_more(object: QueueSpec): void {
  object.length ??= 2;
}
