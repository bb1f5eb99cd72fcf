import type { FileSyntax } from "../syntax.js";
import { modulePath } from "./modules.js";
import { linkPackage } from "./package.js";

/** What a file says of others than those of its folder: enough to tell which parts of a project stand alone. */
export interface Mentions {
  /** Of doc.ts: the group of its version. */
  readonly group: string | undefined;
  /** Of doc.ts: the version. */
  readonly version: string | undefined;
  /** Files and folders of the project that it imports from, or that its tags may name. */
  readonly paths: readonly string[];
  /** Words of its tags that may be groups, or groups with versions. */
  readonly words: readonly string[];
}

/** Of other files: in quotes, as in an import. */
const quotedPath = /(["'])(\.[^"'\n]*)\1/g;
/** What may be a tag, up to the end of its line. */
const tagText = /\+[^\n\r\u2028\u2029]*/g;

/** Collects what the text of a file mentions, without parsing it. Too much does no harm. */
export function mentionsOf(file: {
  readonly path: string;
  readonly text: string;
}): Pick<Mentions, "paths" | "words"> {
  const paths = new Set<string>();
  const words = new Set<string>();
  const add = (module: string): void => {
    const path = modulePath({ from: file.path, module });
    if (path !== undefined) paths.add(path);
  };
  for (const [, , module = ""] of file.text.matchAll(quotedPath)) add(module);
  for (const [text] of file.text.matchAll(tagText)) {
    const isReplacement = text.includes("replacement");
    if (!isReplacement && !text.includes("/")) continue;
    // The core group has no name.
    if (isReplacement) words.add("");
    for (const word of text.split(/[^\p{L}\p{N}_$./-]+/u)) {
      // `../v1/types.js.Database`, and the same without the name behind the last dot.
      const ends = [word, word.slice(0, Math.max(0, word.lastIndexOf(".")))];
      if (word.startsWith(".")) ends.forEach(add);
      else if (isReplacement || word.includes("/")) {
        for (const end of ends) if (end !== "") words.add(end);
      }
    }
  }
  return { paths: [...paths].sort(), words: [...words].sort() };
}

/** The group and the version that a doc.ts names; undefined for any other file. */
export function packageOf(
  file: FileSyntax,
): { readonly group: string; readonly version: string } | undefined {
  const [directory = "", groupFolder = "", version = ""] =
    /^(.*\/([^/]+)\/([^/]+))\/doc\.ts$/.exec(file.path)?.slice(1) ?? [];
  if (directory === "") return undefined;
  const folder = { directory, groupFolder, version, files: [file], doc: file };
  return linkPackage({ folder, report: () => undefined });
}
