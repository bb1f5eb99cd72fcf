import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import { createNodeFiles } from "./files.js";
import { type Cache, createCache, noCache, stateFolder } from "./plan/cache.js";
import { findRoot } from "./plan/root.js";

type Modules = Readonly<Record<string, unknown>>;

/** What the joined code has for `import.meta`, with what only this package gives. */
interface Told {
  readonly url: string;
  readonly require: NodeJS.Require;
  /** `import(...)` */
  readonly import: (specifier: string) => Promise<unknown>;
  /** Keeps what V8 has compiled so far for later processes in this project; undefined when it was there. */
  readonly keepCode: (() => void) | undefined;
}

/** SHA-256 of the joined code, put here by `scripts/bundle`. */
declare const codeDigest: string;

/** Entry of the cache: what V8 has made of the code. */
const name = "code.bin";

const file = "code.cjs";
const url = new URL(file, import.meta.url);

/**
 * The modules of this package by the path of their source, each run when it is first asked for. What V8 has compiled of them is
 * kept in the project for later processes: that takes a tenth of a second from a run. V8 refuses what another version of it has
 * made, or one with other flags; everything is then compiled anew.
 */
export const modules: Modules = load();

function load(): Modules {
  const path = fileURLToPath(url);
  const own = createNodeFiles({ root: dirname(path) });
  const of = `${codeDigest} ${own.stat(file)?.modifiedMs} ${process.version} ${process.arch}`;
  const cache = projectCache();
  const cachedData = cache.getBytes({ name, of });
  const script = new Script(own.read(file) ?? "", {
    filename: path,
    ...(cachedData && { cachedData }),
  });
  const isUsed = script.cachedDataRejected === false;
  const modulesOf: (told: Told) => Modules = script.runInThisContext();
  return modulesOf({
    url: url.href,
    require: createRequire(url),
    import: async (specifier) => await import(specifier),
    keepCode: isUsed
      ? undefined
      : () => cache.setBytes({ name, of, bytes: script.createCachedData() }),
  });
}

/** The cache of the project in which the process runs. Code is only taken from where packages are. */
function projectCache(): Cache {
  try {
    const root = findRoot(process.cwd());
    if (root === undefined) return noCache;
    const files = createNodeFiles({ root });
    const folder = stateFolder(files);
    return folder.startsWith("node_modules/")
      ? createCache({ files, folder, fingerprint: "" })
      : noCache;
  } catch {
    // Whoever needs the project says what is wrong with its folder.
    return noCache;
  }
}
