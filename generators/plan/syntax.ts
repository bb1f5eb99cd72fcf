import { type SourceFile, sha256 } from "../files.js";
import type { FileSyntax } from "../model/index.js";
import type { Cache, CompiledCode } from "./cache.js";
import type { Threads } from "./threads.js";

/** Folder of the cache. */
const folder = "syntax";
/** Entry of the cache: what V8 has made of the compiler. */
const compiler = "compiler.bin";

export interface SyntaxReader {
  /** What was read ahead is let go of: the syntax of all files takes more memory than all else. */
  readonly read: (file: SourceFile) => FileSyntax;
  /** Parses those that are not known, elsewhere where that is faster, and keeps them for later runs. */
  readonly readAhead: (input: {
    readonly files: readonly SourceFile[];
    readonly threads: Threads | undefined;
  }) => Promise<void>;
  /** Forgets what is known of other files than these, and keeps what the compiler has become. */
  readonly keep: (files: readonly SourceFile[]) => void;
}

/** Reads source files; what the cache knows by path and text is not parsed again. */
export async function syntaxReader(input: {
  readonly cache: Cache;
  /** SHA-256 of a text. */
  readonly digestOf?: (file: SourceFile) => string;
  /** What V8 has compiled of this package; see `Tool`. */
  readonly takeCode?: (() => CompiledCode | undefined) | undefined;
}): Promise<SyntaxReader> {
  const { cache, digestOf = ({ text }) => sha256(text), takeCode } = input;
  const { parseFile: parse, loadCompiled } = await import("../parse/index.js");
  let keepCompiler: (() => void) | undefined;
  const parseFile = (file: SourceFile): FileSyntax => {
    keepCompiler ??= loadCompiled({
      get: (of) => cache.getCode({ name: compiler, of }),
      set: ({ version: of, data: code }) => cache.setCode({ name: compiler, of, code }),
    });
    return parse(file);
  };
  const nameOf = (file: SourceFile): string =>
    `${folder}/${sha256(`${file.path} ${digestOf(file)}`)}.json`;
  const ahead = new Map<string, FileSyntax>();
  const knownSyntax = (name: string): FileSyntax | undefined => {
    const known = cache.get(name);
    return isSyntax(known) ? known : undefined;
  };
  return {
    read: (file) => {
      const name = nameOf(file);
      const known = ahead.get(name) ?? knownSyntax(name);
      ahead.delete(name);
      return known ?? parseFile(file);
    },
    readAhead: async (input) => {
      const files = input.files.filter((file) => {
        const name = nameOf(file);
        return !ahead.has(name) && knownSyntax(name) === undefined;
      });
      const found = (await input.threads?.parse({ files, parseFile })) ?? files.map(parseFile);
      for (const [index, file] of files.entries()) {
        const value = found[index];
        if (value === undefined) continue;
        const name = nameOf(file);
        ahead.set(name, value);
        cache.set({ name, value });
      }
    },
    keep: (files) => {
      cache.prune({ folder, keep: new Set(files.map(nameOf)) });
      if (keepCompiler === undefined) return;
      keepCompiler();
      const code = takeCode?.();
      if (code !== undefined) cache.setCode(code);
    },
  };
}

/** The checksum of the cache vouches for the inside. */
function isSyntax(value: unknown): value is FileSyntax {
  return typeof value === "object" && value !== null && "path" in value && "declarations" in value;
}
