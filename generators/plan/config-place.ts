import { lineStarts, positionAt, type SourceSpan } from "../diagnostics/index.js";
import { configFile } from "./config-file.js";

/** The place of a key or text behind an offset; else that of the offset, which is the start of the file unless given. */
export function spanOfKey(input: {
  readonly text: string;
  readonly key: string | undefined;
  readonly from?: number;
}): SourceSpan {
  const { text, key, from = 0 } = input;
  const quoted = key === undefined ? "" : JSON.stringify(key);
  const offset = quoted === "" ? -1 : text.indexOf(quoted, from);
  return offset === -1
    ? spanAt({ text, offset: from, length: 1 })
    : spanAt({ text, offset, length: quoted.length });
}

/** Where the objects of a list begin; the start of the list when there are not so many. */
export function offsetOfItem(input: {
  readonly text: string;
  readonly list: string;
  readonly index: number;
}): number {
  const { text, list, index } = input;
  const start = Math.max(0, text.indexOf(JSON.stringify(list)));
  const braces = [...text.slice(start).matchAll(/\{/g)];
  return start + (braces[index]?.index ?? 0);
}

export function spanAt(input: {
  readonly text: string;
  readonly offset: number;
  readonly length: number;
}): SourceSpan {
  const { text, offset, length } = input;
  return { file: configFile, ...positionAt({ starts: lineStarts(text), offset }), length };
}
