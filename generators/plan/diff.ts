import { structuredPatch } from "diff";
import type { Change } from "./plan.js";

/** Edits after which two texts count as wholly different: the comparison would take seconds. */
const maxEdits = 4000;

/**
 * Unified diff from what is on disk to what is generated, without the header lines: `@@` hunks with three lines of
 * context. Texts too far apart to compare are told so in one line.
 */
export function diffOf(change: Pick<Change, "before" | "after">): readonly string[] {
  const { before = "", after = "" } = change;
  const patch = structuredPatch("", "", before, after, "", "", {
    context: 3,
    maxEditLength: maxEdits,
    stripTrailingCr: false,
  });
  if (patch === undefined) {
    return ["@@ the whole file differs @@"];
  }
  return patch.hunks.flatMap(({ oldStart, oldLines, newStart, newLines, lines }) => [
    `@@ -${oldStart},${oldLines} +${newStart},${newLines} @@`,
    ...lines.map((line) => line.replace(/\r$/, "␍")),
  ]);
}
