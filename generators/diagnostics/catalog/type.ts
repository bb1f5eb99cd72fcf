import { entries } from "./entry.js";

export const type = entries({});
