import type { SourceSpan } from "../../diagnostics/index.js";
import type { Tag } from "../source.js";
import type { TextPart } from "../tags/index.js";

/** Where the value of a tag begins, in UTF-16 units behind its `+`. */
function valueOffset(tag: Tag): number {
  return tag.span.length - 1 - (tag.value?.length ?? 0);
}

/** The value of a tag with its offset behind the `+`. */
export function valuePart(tag: Tag): TextPart {
  return { text: tag.value ?? "", at: valueOffset(tag) };
}

/** The place of a part of a tag. */
export function partSpan(tag: Tag, part: TextPart): SourceSpan {
  return {
    ...tag.span,
    column: tag.span.column + 1 + part.at,
    length: Math.max(1, part.text.length),
  };
}

/** The parts of a comma list. */
export function commaParts(tag: Tag): readonly TextPart[] {
  const value = valuePart(tag);
  const parts: TextPart[] = [];
  let at = value.at;
  for (const raw of value.text.split(",")) {
    parts.push({ text: raw.trim(), at: at + raw.length - raw.trimStart().length });
    at += raw.length + 1;
  }
  return parts;
}
