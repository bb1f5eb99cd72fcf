import { entries } from "./entry.js";

export const model = entries({});
