import { entries } from "./entry.js";

export const generate = entries({});
