import type { SourceSpan } from "../../diagnostics/index.js";
import type { Tag } from "../source.js";
import { scanStrings, scanValue, skipBlanks } from "./marker-value.js";
import { findTag } from "./table.js";

/** The place of a named argument's value in a tag, or of one item of it; of the whole tag where it has no such argument. */
export function argumentSpan(input: {
  readonly tag: Tag;
  readonly argument: string;
  /** Index in a list of texts. */
  readonly item?: number;
}): SourceSpan {
  const { tag, argument, item } = input;
  const text = tag.value ?? "";
  const found = partOf({ tag, text, argument });
  if (found === undefined) return tag.span;
  const items = item === undefined ? undefined : scanStrings({ text, at: found.at });
  const part = (item !== undefined && items?.ok === true ? items.value[item] : undefined) ?? found;
  return {
    ...tag.span,
    // The text of the arguments ends where the tag ends.
    column: tag.span.column + tag.span.length - text.length + part.at,
    length: Math.max(1, part.end - part.at),
  };
}

function partOf(input: {
  readonly tag: Tag;
  readonly text: string;
  readonly argument: string;
}): { readonly at: number; readonly end: number } | undefined {
  const { tag, text, argument } = input;
  const value = findTag(tag.name)?.value;
  if (value?.kind !== "arguments") return undefined;
  for (let at = 0; at < text.length; ) {
    const equals = text.indexOf("=", at);
    const name = text.slice(at, equals).trim();
    const entry = equals === -1 ? undefined : value.arguments[name];
    if (entry === undefined) return undefined;
    const start = skipBlanks({ text, at: equals + 1 });
    const scanned = scanValue({ text, at: start }, entry.type);
    if (!scanned.ok) return undefined;
    if (name === argument) return { at: start, end: scanned.end };
    at = skipBlanks({ text, at: scanned.end }) + 1;
  }
  return undefined;
}
