import type { Database, Zone } from "./types.js";

export function setDefaults_Database(object: Database): void {
  if (object.metadata && object.metadata.labels === undefined) {
    object.metadata.labels = {};
  }
}

export function setDefaults_Zone_name(zone: Zone): void {
  if (zone.name === "") zone.name = "default";
}
