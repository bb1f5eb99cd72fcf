import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Script } from "node:vm";
import { createNodeFiles } from "./files.js";
import { type CompiledCode, createCache, stateFolder } from "./plan/cache.js";
import { findRoot } from "./plan/root.js";

type Modules = Readonly<Record<string, unknown>>;

/** What the joined code has for `import.meta`, with what only this package gives. */
interface Told {
  readonly url: string;
  readonly require: NodeJS.Require;
  /** `import(...)` */
  readonly import: (specifier: string) => Promise<unknown>;
  /** See `Tool`. */
  readonly takeCode: () => CompiledCode | undefined;
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
  const text = own.read(file);
  if (text === undefined) throw new Error(`create-crd-project is not whole: ${path} is missing`);
  const of = `${codeDigest} ${own.stat(file)?.modifiedMs} ${process.version} ${process.arch}`;
  const cachedData = keptCode({ name, of });
  const script = new Script(text, { filename: path, ...(cachedData && { cachedData }) });
  let isKnown = script.cachedDataRejected === false;
  const modulesOf: (told: Told) => Modules = script.runInThisContext();
  return modulesOf({
    url: url.href,
    require: createRequire(url),
    import: async (specifier) => await import(specifier),
    takeCode: () => {
      if (isKnown) return undefined;
      isKnown = true;
      return { name, of, code: script.createCachedData() };
    },
  });
}

/** What an earlier process has left in the project in which this one runs. */
function keptCode(entry: Pick<CompiledCode, "name" | "of">): Uint8Array | undefined {
  try {
    const root = findRoot(process.cwd());
    if (root === undefined) return undefined;
    const files = createNodeFiles({ root });
    return createCache({ files, folder: stateFolder(files), fingerprint: "" }).getCode(entry);
  } catch {
    // Whoever needs the project says what is wrong with its folder.
    return undefined;
  }
}
