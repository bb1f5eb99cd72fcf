import { nameOf, type SourceFile } from "../files.js";
import type { FileSyntax } from "../model/index.js";
import { mentionsOf, packageOf } from "../model/link/index.js";
import type { Cache } from "./cache.js";
import type { FileFacts } from "./units.js";

/** Entry of the cache: the facts of all sources of the last run. */
const name = "files.json";

interface Known {
  readonly cache: Cache;
  readonly digestOf: (file: SourceFile) => string;
}

/** Files that are not as they were in the last run: they have to be parsed. */
export function changedFiles(
  input: Known & { readonly files: readonly SourceFile[] },
): SourceFile[] {
  const { digestOf, files } = input;
  const known = knownFacts(input.cache);
  return files.filter((file) => known.get(file.path)?.digest !== digestOf(file));
}

/** Reads what sources say of each other; of one that is as it was in the last run, the cache knows. */
export function factsReader(input: Known & { readonly read: (file: SourceFile) => FileSyntax }): {
  readonly facts: (file: SourceFile) => FileFacts;
  readonly done: () => void;
} {
  const { cache, digestOf, read } = input;
  const known = knownFacts(cache);
  const current: FileFacts[] = [];
  let isNew = false;
  const factsOf = (file: SourceFile) => {
    const named = nameOf(file.path) === "doc.ts" ? packageOf(read(file)) : undefined;
    return { group: named?.group, version: named?.version, ...mentionsOf(file) };
  };
  return {
    facts: (file) => {
      const { path } = file;
      const digest = digestOf(file);
      const old = known.get(path);
      const facts = old?.digest === digest ? old : { path, digest, ...factsOf(file) };
      isNew ||= facts !== old;
      current.push(facts);
      return facts;
    },
    done: () => {
      if (isNew || current.length !== known.size) cache.set({ name, value: current });
    },
  };
}

function knownFacts(cache: Cache): ReadonlyMap<string, FileFacts> {
  const entry = cache.get(name);
  return new Map((isFacts(entry) ? entry : []).map((facts) => [facts.path, facts]));
}

/** The checksum of the cache vouches for the inside. */
function isFacts(value: unknown): value is readonly FileFacts[] {
  return Array.isArray(value);
}
