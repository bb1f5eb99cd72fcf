import { diagnostic } from "../../diagnostics/index.js";
import type { Tag } from "../source.js";
import { conflictsOf, type TagConflict } from "../tags/index.js";
import { writtenTag } from "../written-tag.js";
import type { Report } from "./report.js";

/** Reports tags of one declaration that contradict each other by the tag table, the later one of each two. */
export function reportConflicts(input: {
  /** In source order. */
  readonly tags: readonly Tag[];
  readonly report: Report;
}): void {
  const { tags, report } = input;
  for (const [at, tag] of tags.entries()) {
    const conflicts = conflictsOf(tag.name);
    if (conflicts.length === 0) continue;
    for (const before of tags.slice(0, at)) {
      const conflict = conflicts.find((one) => holds({ conflict: one, tag, other: before }));
      if (conflict !== undefined) report(problem({ conflict, tag, other: before }));
    }
  }
}

interface Pair {
  readonly conflict: TagConflict;
  readonly tag: Tag;
  readonly other: Tag;
}

function holds({ conflict, tag, other }: Pair): boolean {
  // What the two say is known where they are read.
  if (conflict.with !== other.name || conflict.when !== undefined) return false;
  const straight = has(tag, conflict.own) && has(other, conflict.other);
  // Of two values of one tag, either may stand first.
  const crossed = tag.name === other.name && has(tag, conflict.other) && has(other, conflict.own);
  return straight || crossed;
}

function has(tag: Tag, state: "on" | "off" | undefined): boolean {
  return state === undefined || (tag.value === "false") === (state === "off");
}

function problem({ conflict, tag, other }: Pair) {
  const byValue = conflict.own !== undefined || conflict.other !== undefined;
  const nameOf = (one: Tag): string => (byValue ? writtenTag(one) : `+${one.name}`);
  const place = { span: tag.span, hint: conflict.hint ?? `it stands in line ${other.span.line}` };
  return diagnostic("tag/conflict", { tag: nameOf(tag), other: nameOf(other) }, place);
}
