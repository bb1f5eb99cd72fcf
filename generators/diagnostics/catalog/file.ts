import { entries } from "./entry.js";

export const file = entries({});
