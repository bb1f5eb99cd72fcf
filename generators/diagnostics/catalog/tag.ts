import { entries } from "./entry.js";

/** Tags in doc.ts and types.ts. */
export const tag = entries({
  "tag/unknown": {
    severity: "error",
    message: "unknown tag '{tag}'",
    cause: "No generator reads this tag, so it would have no effect.",
    fix: "Correct the spelling, or remove the line.",
  },
});
