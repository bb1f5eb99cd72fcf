import type { FileSyntax, TagSyntax } from "../syntax.js";
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

/** Collects what a file mentions. Too much does no harm. */
export function mentionsOf(file: FileSyntax): Mentions {
  const paths = new Set<string>();
  const words = new Set<string>();
  const add = (module: string): void => {
    const path = modulePath({ from: file.path, module });
    if (path !== undefined) paths.add(path);
  };
  for (const { module } of [...file.imports, ...file.exports]) {
    if (module !== undefined) add(module);
  }
  for (const { text } of tagsOf(file)) {
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
  const { group, version } = packageOf(file) ?? {};
  return { group, version, paths: [...paths].sort(), words: [...words].sort() };
}

function tagsOf(file: FileSyntax): readonly TagSyntax[] {
  const members = (type: object): readonly TagSyntax[] => {
    const found: TagSyntax[] = [];
    // Inline types may stand anywhere in a type: all that looks like a list of tags is one.
    const visit = (value: unknown): void => {
      if (Array.isArray(value)) value.forEach(visit);
      else if (typeof value === "object" && value !== null) {
        for (const [key, inside] of Object.entries(value)) {
          if (key === "tags" && isTags(inside)) found.push(...inside);
          else visit(inside);
        }
      }
    };
    visit(type);
    return found;
  };
  return [...file.loose, ...members([file.declarations, file.functions])];
}

function isTags(value: unknown): value is readonly TagSyntax[] {
  return Array.isArray(value);
}

function packageOf(
  file: FileSyntax,
): { readonly group: string; readonly version: string } | undefined {
  const [directory = "", groupFolder = "", version = ""] =
    /^(.*\/([^/]+)\/([^/]+))\/doc\.ts$/.exec(file.path)?.slice(1) ?? [];
  if (directory === "") return undefined;
  const folder = { directory, groupFolder, version, files: [file], doc: file };
  return linkPackage({ folder, report: () => undefined });
}
