import { tagTable } from "./table.js";

/** Lines of older releases, refused by code-generator too, and what to do about each. */
export const legacyTags: ReadonlyMap<string, string> = new Map(
  tagTable.flatMap(({ formerly }) => Object.entries(formerly)),
);
