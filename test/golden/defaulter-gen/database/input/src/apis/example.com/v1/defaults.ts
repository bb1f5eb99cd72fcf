import type { Database, Zone } from "./types.js";

export function setDefaults_Database(object: Database): void {
  object.metadata.labels ??= {};
}

export function setDefaults_Zone_name(zone: Zone): void {
  if (zone.name === "") zone.name = "default";
}
