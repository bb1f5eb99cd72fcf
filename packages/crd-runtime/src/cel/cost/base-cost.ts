import { fixed } from "./range.js";

/** What a literal costs. */
export const free = fixed(0);
/** What an identifier or a selection costs. */
export const access = fixed(1);
/** What making a list costs. */
export const listBase = fixed(10);
/** What making a map costs. */
export const mapBase = fixed(30);
