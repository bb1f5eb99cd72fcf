import { type Files, FilesError, joinPath, sha256 } from "../files.js";

/**
 * What earlier runs found out, kept in the project. Never needed and never trusted: an entry that is damaged, was
 * written by another version, or cannot be read, is as if it were not there; one that cannot be written is left out.
 */
export interface Cache {
  get(name: string): unknown;
  set(entry: { readonly name: string; readonly value: unknown }): void;
  /** What V8 has compiled; that of something else is as if it were not there. */
  getCode(entry: Pick<CompiledCode, "name" | "of">): Uint8Array | undefined;
  setCode(entry: CompiledCode): void;
  /** Removes entries below a folder of the cache that are not among those to keep. */
  prune(entries: { readonly folder: string; readonly keep: ReadonlySet<string> }): void;
}

/** What V8 has made of a script. */
export interface CompiledCode {
  /** Name in the cache. */
  readonly name: string;
  /** What tells the script, and all that its code depends on and V8 does not look at. */
  readonly of: string;
  readonly code: Uint8Array;
}

/** A cache in which nothing is found and nothing stays. */
export const noCache: Cache = {
  get: () => undefined,
  set: () => {},
  getCode: () => undefined,
  setCode: () => {},
  prune: () => {},
};

/** A cache that is read and stays as it is. */
export function readOnly(cache: Cache): Cache {
  return {
    ...noCache,
    get: (name) => cache.get(name),
    getCode: (entry) => cache.getCode(entry),
  };
}

/** The folder of a project in which runs keep what is not part of it: node_modules/.cache where that is inside. */
export function stateFolder(files: Files): string {
  try {
    files.kind("node_modules/.cache");
    return "node_modules/.cache/create-crd-project";
  } catch (error) {
    if (error instanceof FilesError) {
      // node_modules is a symlink out of the project, or no folder.
      return ".create-crd-project";
    }
    throw error;
  }
}

/** Of a checksum. */
const digits = 64;

/** The cache in a folder of the project; `fingerprint` tells the version of the tool that reads and writes. */
export function createCache(options: {
  readonly files: Files;
  readonly folder: string;
  readonly fingerprint: string;
}): Cache {
  const { files, folder, fingerprint } = options;
  const checksum = (body: string): string => sha256(`${fingerprint}\n${body}`);
  // Code is run: it is only taken from where packages are, which nobody commits.
  const isAmongPackages = folder.startsWith("node_modules/");
  return {
    get: (name) =>
      quietly(() => {
        const text = files.read(joinPath(folder, name));
        const end = text?.indexOf("\n") ?? -1;
        if (text === undefined || end === -1) {
          return undefined;
        }
        const body = text.slice(end + 1);
        return text.slice(0, end) === checksum(body) ? (JSON.parse(body) as unknown) : undefined;
      }),
    set: ({ name, value }) => {
      const body = JSON.stringify(value);
      const content = `${checksum(body)}\n${body}`;
      quietly(() => files.stage({ path: joinPath(folder, name), content }).commit());
    },
    getCode: ({ name, of }) =>
      quietly(() => {
        const file = isAmongPackages ? files.readBytes(joinPath(folder, name)) : undefined;
        const code = file?.subarray(digits);
        if (code === undefined) return undefined;
        return file?.toString("latin1", 0, digits) === sha256(`${of}\n`, code) ? code : undefined;
      }),
    setCode: ({ name, of, code }) => {
      if (!isAmongPackages) return;
      const content = Buffer.concat([Buffer.from(sha256(`${of}\n`, code)), code]);
      quietly(() => files.stage({ path: joinPath(folder, name), content }).commit());
    },
    prune: (entries) =>
      quietly(() => {
        const below = joinPath(folder, entries.folder);
        for (const { name } of files.list(below)) {
          if (!entries.keep.has(`${entries.folder}/${name}`)) {
            files.remove(joinPath(below, name));
          }
        }
      }),
  };
}

function quietly<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    if (error instanceof FilesError) {
      return undefined;
    }
    throw error;
  }
}
