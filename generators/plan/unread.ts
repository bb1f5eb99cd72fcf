import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { nameOf, type SourceFile } from "../files.js";
import { unreadFor } from "../model/link/folders.js";
import { isProjectTag, splitTag } from "../model/tags/tag-text.js";

const tagLine = /^[ \t]*(?:\/\/|\/?\*+)[ \t]*\+(\S.*?)[ \t]*(?:\*\/)?$/gm;
const kind =
  /^[ \t]*(?:export[ \t]+)?(?:declare[ \t]+)?(?:interface|type)[ \t]+(\w+)[^;{]*\bTypeMeta\b/m;
const extension = /(?:\.d)?\.(?:[cm]?ts|tsx)$/;

/**
 * Files below the folder of the API types that are written as API types and not read, because of their extensions or because they
 * are in no folder of a version. Others are no concern of ours, and neither is what a compiler wrote beside its source.
 */
export function unreadSources(input: {
  /** Paths below the folder of API types. */
  readonly paths: readonly string[];
  readonly apis: string;
  readonly read: (path: string) => readonly SourceFile[];
}): readonly Diagnostic[] {
  const { paths, apis, read } = input;
  const all = new Set(paths);
  const isCompiled = (path: string): boolean =>
    /\.d\.[cm]?ts$/.test(path) &&
    ["$1ts", "$1tsx"].some((end) => all.has(path.replace(/\.d\.([cm]?)ts$/, `.${end}`)));
  return paths.flatMap((path) => {
    const reason = unreadFor({ path, apis });
    if (reason === undefined || isCompiled(path)) return [];
    return read(path).flatMap(({ text }) => {
      // Types that look like kinds may stand elsewhere, for code that is the user's own.
      const found = firstTag(text) ?? (reason === "extension" ? firstKind(text) : undefined);
      if (found === undefined) return [];
      const { what, at } = found;
      const before = text.slice(0, at);
      const line = before.split("\n").length;
      const column = at - (before.lastIndexOf("\n") + 1) + 1;
      const hint =
        reason === "extension"
          ? `rename it to '${nameOf(path).replace(extension, ".ts")}'`
          : `move it to a folder '${apis}/<group>/<version>'`;
      const span = { file: path, line, column, length: what.length };
      return [diagnostic("file/not-read", { path, what: `'${what}'` }, { span, hint })];
    });
  });
}

/** A part of a text that only API types have, and its place. */
interface ApiPart {
  readonly what: string;
  readonly at: number;
}

function firstTag(text: string): ApiPart | undefined {
  for (const match of text.matchAll(tagLine)) {
    const [line, tag = ""] = match;
    const { entry, name } = splitTag(tag);
    if (entry === undefined || isProjectTag(tag)) continue;
    return { what: `+${name}`, at: match.index + line.indexOf("+") };
  }
  return undefined;
}

function firstKind(text: string): ApiPart | undefined {
  const declared = kind.exec(text);
  if (declared === null) return undefined;
  const [found, name = ""] = declared;
  return { what: name, at: declared.index + found.search(new RegExp(`\\b${name}\\b`)) };
}
