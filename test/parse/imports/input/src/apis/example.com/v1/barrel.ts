export * from "./shared.js";
export type { Internal as Moved } from "./shared.js";
export type { Time } from "crd-runtime";
