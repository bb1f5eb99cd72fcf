import type { TagEntry } from "./entry.js";
import { findTag, tagTable } from "./table.js";

/** A tag line taken apart; offsets are into its text, which has no `+`. */
export interface TagText {
  readonly entry: TagEntry | undefined;
  /** The table's name, or for an unknown tag the name as written. */
  readonly name: string;
  /** Text in parentheses behind the name. */
  readonly parentheses: string | undefined;
  /** Behind `=`, or from the first named argument on; undefined when there is none. */
  readonly value:
    | {
        readonly text: string;
        readonly at: number;
        /** Blanks between the `=` and the text; left out where there are none. */
        readonly blanks?: number;
      }
    | undefined;
  /** Text that belongs to none of these. */
  readonly rest: { readonly text: string; readonly at: number } | undefined;
}

const projectTags = tagTable
  .filter(({ targets }) => targets.includes("anywhere"))
  .map(({ name }) => name);

/** Whether a tag line is one that speaks for the project and may stand anywhere: the API types are not concerned. */
export function isProjectTag(text: string): boolean {
  return (
    projectTags.some((name) => text.startsWith(name)) &&
    splitTag(text).entry?.targets.includes("anywhere") === true
  );
}

/** Whether such a tag may be in a text: hardly a file of API types has one. */
export function mayHaveProjectTags(text: string): boolean {
  return projectTags.some((name) => text.includes(`+${name}`));
}

/** With `cel[0]` of openapi-gen and `options.(gogoproto.name)` of go-to-protobuf. */
const nameText = /^\d*[A-Za-z_](?:\.\([\w.]+\)|[\w.:/-]|\[\d+\])*/;

/**
 * Takes a tag line apart by the three grammars that the tools have: `name=value`, named arguments
 * `name:key=value,key=value`, and validation-gen's `name(key: "value")=value # comment`.
 */
export function splitTag(text: string): TagText {
  const written = nameText.exec(text)?.[0].replace(/:+$/, "") ?? "";
  const open = text[written.length] === "(" ? written.length : undefined;
  const close = open === undefined ? undefined : closingParenthesis({ text, open });
  const end = close === undefined ? written.length : close + 1;
  const parentheses =
    open === undefined || close === undefined ? undefined : text.slice(open + 1, close);

  const exact = findTag(written);
  if (exact === undefined && parentheses === undefined) {
    const withArguments = splitArguments({ text, written });
    if (withArguments !== undefined) {
      return withArguments;
    }
  }
  const colon = takesColon({ entry: exact, behind: text.slice(end) }) ? 1 : 0;
  const behind = text.slice(end + colon);
  if (behind.startsWith(">") && exact?.name === "k8s:validation:*") {
    // openapi-gen: text as it is, with its indentation; the sign stays, to tell it from JSON.
    const value = { text: behind.trimEnd(), at: end };
    return { entry: exact, name: written, parentheses, value, rest: undefined };
  }
  if (behind.startsWith("=") && exact?.value.kind !== "arguments") {
    const raw = behind.slice(1);
    const value = exact?.tool === "validation-gen" ? withoutComment(raw) : raw;
    const blanks = value.length - value.trimStart().length;
    const at = end + colon + 1 + blanks;
    return {
      entry: exact,
      name: written,
      parentheses,
      value: { text: value.trim(), at, ...(blanks > 0 && { blanks }) },
      rest: undefined,
    };
  }
  const extra = exact?.tool === "validation-gen" ? withoutComment(behind) : behind;
  const at = end + (extra.length - extra.trimStart().length);
  return {
    entry: exact,
    name: written,
    parentheses,
    value: undefined,
    rest: extra.trim() === "" ? undefined : { text: extra.trim(), at },
  };
}

/** `kubebuilder:default:=3`: controller-gen reads `:=` as `=`. */
function takesColon(input: {
  readonly entry: TagEntry | undefined;
  readonly behind: string;
}): boolean {
  const { entry, behind } = input;
  return (
    behind.startsWith(":=") &&
    entry?.tool === "controller-gen" &&
    entry.value.kind !== "none" &&
    entry.value.kind !== "arguments"
  );
}

/** `kubebuilder:resource:path=dbs`: the name ends before the last colon. */
function splitArguments(input: {
  readonly text: string;
  readonly written: string;
}): TagText | undefined {
  const { text, written } = input;
  const colon = written.lastIndexOf(":");
  const entry = colon === -1 ? undefined : findTag(written.slice(0, colon));
  if (entry?.value.kind !== "arguments") {
    return undefined;
  }
  return {
    entry,
    name: entry.name,
    parentheses: undefined,
    value: { text: text.slice(colon + 1).trimEnd(), at: colon + 1 },
    rest: undefined,
  };
}

/** The matching `)`, strings skipped; undefined when there is none. */
function closingParenthesis(input: {
  readonly text: string;
  readonly open: number;
}): number | undefined {
  const { text, open } = input;
  let depth = 0;
  for (let at = open; at < text.length; at++) {
    const character = text[at];
    if (character === '"' || character === "`") {
      at = stringEnd({ text, at });
    } else if (character === "(") {
      depth++;
    } else if (character === ")") {
      depth--;
      if (depth === 0) {
        return at;
      }
    }
  }
  return undefined;
}

/** Offset of the closing quote, or the end of the text. */
function stringEnd(input: { readonly text: string; readonly at: number }): number {
  const { text, at } = input;
  const quote = text[at];
  let end = at + 1;
  while (end < text.length && text[end] !== quote) {
    end += quote === '"' && text[end] === "\\" ? 2 : 1;
  }
  return end;
}

/** Drops `# comment`, which validation-gen allows outside strings, with a blank in front or without. */
function withoutComment(text: string): string {
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '"' || character === "`") {
      at = stringEnd({ text, at });
    } else if (character === "#") {
      return text.slice(0, at);
    }
  }
  return text;
}
