import { type SourceFile, sha256 } from "../files.js";
import type { FileSyntax } from "../model/index.js";
import type { Cache } from "./cache.js";
import type { Threads } from "./threads.js";

/** Folder of the cache. */
const folder = "syntax";

/** Reads source files; what the cache knows by path and text is not parsed again. */
export async function syntaxReader(input: {
  readonly cache: Cache;
  /** SHA-256 of a text. */
  readonly digestOf?: (file: SourceFile) => string;
}): Promise<{
  readonly read: (file: SourceFile) => FileSyntax;
  /** Parses those that are not known, in several threads where that is faster. */
  readonly readAhead: (input: {
    readonly files: readonly SourceFile[];
    readonly threads: Threads;
  }) => Promise<void>;
  /** Lets go of the syntax of a run that has no further use for it: it takes more memory than all else. */
  readonly release: () => void;
  /** Forgets what is known of other files than these. */
  readonly keep: (files: readonly SourceFile[]) => void;
}> {
  const { cache, digestOf = ({ text }) => sha256(text) } = input;
  const { parseFile } = await import("../parse/index.js");
  const nameOf = (file: SourceFile): string =>
    `${folder}/${sha256(`${file.path} ${digestOf(file)}`)}.json`;
  const parsed = new Map<string, FileSyntax>();
  const knownSyntax = (name: string): FileSyntax | undefined => {
    const known = parsed.get(name) ?? cache.get(name);
    return isSyntax(known) ? known : undefined;
  };
  const keepParsed = (entry: { readonly name: string; readonly value: FileSyntax }): void => {
    parsed.set(entry.name, entry.value);
    cache.set(entry);
  };
  return {
    read: (file) => {
      const name = nameOf(file);
      const known = knownSyntax(name);
      if (known !== undefined) return known;
      const value = parseFile(file);
      keepParsed({ name, value });
      return value;
    },
    readAhead: async (input) => {
      const files = input.files.filter((file) => knownSyntax(nameOf(file)) === undefined);
      const found = await input.threads.parse({ files, parseFile });
      for (const [index, file] of files.entries()) {
        const value = found[index];
        if (value !== undefined) keepParsed({ name: nameOf(file), value });
      }
    },
    release: () => parsed.clear(),
    keep: (files) => cache.prune({ folder, keep: new Set(files.map(nameOf)) }),
  };
}

/** The checksum of the cache vouches for the inside. */
function isSyntax(value: unknown): value is FileSyntax {
  return typeof value === "object" && value !== null && "path" in value && "declarations" in value;
}
