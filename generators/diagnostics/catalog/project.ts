import { entries } from "./entry.js";

export const project = entries({});
