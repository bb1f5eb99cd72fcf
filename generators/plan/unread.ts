import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import type { SourceFile } from "../files.js";
import { isUnreadSource } from "../model/link/folders.js";
import { isProjectTag, splitTag } from "../model/tags/tag-text.js";

const tagLine = /^[ \t]*(?:\/\/|\/?\*+)[ \t]*\+(\S.*?)[ \t]*(?:\*\/)?$/gm;
const kind =
  /^[ \t]*(?:export[ \t]+)?(?:declare[ \t]+)?(?:interface|type)[ \t]+(\w+)[^;{]*\bTypeMeta\b/m;
const extension = /(?:\.d)?\.(?:[cm]?ts|tsx)$/;

/**
 * Files of version folders that are written as API types and not read, because of their extensions. Others are no concern of ours,
 * and neither is what a compiler wrote beside its source.
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
  return paths
    .filter((path) => isUnreadSource({ path, apis }) && !isCompiled(path))
    .flatMap(read)
    .flatMap(({ path, text }) => {
      const found = apiPart(text);
      if (found === undefined) return [];
      const { what, at } = found;
      const before = text.slice(0, at);
      const line = before.split("\n").length;
      const column = at - (before.lastIndexOf("\n") + 1) + 1;
      const hint = `rename it to '${path.slice(path.lastIndexOf("/") + 1).replace(extension, ".ts")}'`;
      const span = { file: path, line, column, length: what.length };
      return [diagnostic("file/not-read", { path, what: `'${what}'` }, { span, hint })];
    });
}

/** The first tag of API types in a text, or else its first kind. */
function apiPart(text: string): { readonly what: string; readonly at: number } | undefined {
  for (const match of text.matchAll(tagLine)) {
    const [line, tag = ""] = match;
    const { entry, name } = splitTag(tag);
    if (entry === undefined || isProjectTag(tag)) continue;
    return { what: `+${name}`, at: match.index + line.indexOf("+") };
  }
  const declared = kind.exec(text);
  if (declared === null) return undefined;
  const [found, name = ""] = declared;
  return { what: name, at: declared.index + found.search(new RegExp(`\\b${name}\\b`)) };
}
