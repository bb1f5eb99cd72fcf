import { entries } from "./entry.js";

export const crd = entries({});
