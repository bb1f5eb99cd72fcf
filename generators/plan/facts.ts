import type { SourceFile } from "../files.js";
import type { FileSyntax } from "../model/index.js";
import { mentionsOf } from "../model/link/index.js";
import type { Cache } from "./cache.js";
import type { FileFacts } from "./units.js";

/** Entry of the cache: the facts of all sources of the last run. */
const name = "files.json";

/** Reads what sources say of each other; of one that is as it was in the last run, the cache knows. */
export function factsReader(input: {
  readonly cache: Cache;
  readonly digestOf: (file: SourceFile) => string;
  readonly read: (file: SourceFile) => FileSyntax;
}): {
  /** Whether a file need not be read for its facts. */
  readonly isKnown: (file: SourceFile) => boolean;
  readonly facts: (file: SourceFile) => FileFacts;
  readonly done: () => void;
} {
  const { cache, digestOf, read } = input;
  const entry = cache.get(name);
  const known = new Map((isFacts(entry) ? entry : []).map((facts) => [facts.path, facts] as const));
  const current: FileFacts[] = [];
  let isNew = false;
  return {
    isKnown: (file) => known.get(file.path)?.digest === digestOf(file),
    facts: (file) => {
      const { path } = file;
      const digest = digestOf(file);
      const old = known.get(path);
      const facts = old?.digest === digest ? old : { path, digest, ...mentionsOf(read(file)) };
      isNew ||= facts !== old;
      current.push(facts);
      return facts;
    },
    done: () => {
      if (isNew || current.length !== known.size) cache.set({ name, value: current });
    },
  };
}

/** The checksum of the cache vouches for the inside. */
function isFacts(value: unknown): value is readonly FileFacts[] {
  return Array.isArray(value);
}
