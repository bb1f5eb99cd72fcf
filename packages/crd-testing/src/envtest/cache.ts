import { createHash } from "node:crypto";
import { createReadStream, readFileSync } from "node:fs";
import {
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { fileURLToPath } from "node:url";
import { cacheFolder, type Environment, goPlatform } from "./environment.js";
import { errorCode } from "./errors.js";
import { withLock } from "./lock.js";

/** The go.mod of the control plane, beside both src/ and dist/. */
const goSource = fileURLToPath(new URL("../../controlplane/", import.meta.url));

/** Programs built once and kept outside the repository, in a folder per version and platform. */
export interface Cache {
  readonly folder: string;
  /** Folder of the go.mod that the programs are built from. */
  readonly source: string;
}

/** sha256sum's own format, so that people can check the folder with `sha256sum -c`. */
export const sumsFile = "SHA256SUMS";

/** Names the cache of this environment; nothing is read or made. The version is the one that go.mod requires. */
export function cacheOf(env: Environment, source: string = goSource): Cache {
  const name = `${requiredVersion({ source, module: "k8s.io/kubernetes" })}-${goPlatform()}`;
  return { source, folder: join(cacheFolder(env), "controlplane", name) };
}

/** The version of a module that a go.mod requires, without its `v`. */
export function requiredVersion(input: {
  readonly source: string;
  readonly module: string;
}): string {
  const text = readFileSync(join(input.source, "go.mod"), "utf8");
  const line = text.split("\n").find((each) => each.trim().startsWith(`${input.module} v`));
  const version = /\sv(\d+\.\d+\.\d+)/.exec(line ?? "")?.[1];
  if (version === undefined)
    throw new Error(`go.mod in ${input.source} requires no ${input.module}`);
  return version;
}

/**
 * Whether the folder is complete, built from this go.mod, and has the content that was built. Checksums take as long as a fifth
 * of the start of a server, so files that have not been touched since are not read again.
 */
export async function isIntact(cache: Cache): Promise<boolean> {
  try {
    const built = await readFile(join(cache.folder, "go.mod"), "utf8");
    if (built !== (await readFile(join(cache.source, "go.mod"), "utf8"))) return false;
    const marks = await marksOf(cache.folder);
    if (marks === (await readVerified(cache))) return true;
    const sums = await readFile(join(cache.folder, sumsFile), "utf8");
    if (sums !== (await checksums(cache.folder))) return false;
    await writeVerified({ cache, marks });
    return true;
  } catch (error) {
    if (errorCode(error) === "ENOENT") return false;
    throw error;
  }
}

/** What changes with every file of a folder: its number, size and times. */
async function marksOf(folder: string): Promise<string> {
  const lines = (await readdir(folder)).sort().map(async (name) => {
    const { ino, size, mtimeMs, ctimeMs } = await stat(join(folder, name));
    return `${name} ${ino} ${size} ${mtimeMs} ${ctimeMs}\n`;
  });
  return (await Promise.all(lines)).join("");
}

/** The marks of the files at the time of the last good check; beside the folder, whose content is what is checked. */
function verifiedFile(cache: Cache): string {
  return `${cache.folder}.verified`;
}

async function readVerified(cache: Cache): Promise<string | undefined> {
  try {
    return await readFile(verifiedFile(cache), "utf8");
  } catch {
    return undefined;
  }
}

/** A cache that cannot be written is read in full each time. */
async function writeVerified(input: {
  readonly cache: Cache;
  readonly marks: string;
}): Promise<void> {
  const file = verifiedFile(input.cache);
  const draft = `${file}.${process.pid}`;
  try {
    await writeFile(draft, input.marks);
    await rename(draft, file);
  } catch {
    await rm(draft, { force: true }).catch(() => undefined);
  }
}

/** Builds into a folder beside the cache and puts it in place at once, unless another run does so meanwhile. */
export async function fill(input: {
  readonly cache: Cache;
  readonly build: (folder: string) => Promise<void>;
  readonly log: (line: string) => void;
}): Promise<void> {
  const { cache, build, log } = input;
  await mkdir(dirname(cache.folder), { recursive: true });
  await withLock({
    file: `${cache.folder}.lock`,
    onWait: (pid) => log(`process ${pid} is building the API server; waiting for it`),
    action: async () => {
      if (!(await isIntact(cache))) await replace({ cache, build });
    },
  });
}

async function replace(input: {
  readonly cache: Cache;
  readonly build: (folder: string) => Promise<void>;
}): Promise<void> {
  const { cache, build } = input;
  await removeDrafts(cache);
  const draft = await mkdtemp(draftPrefix(cache));
  try {
    await build(draft);
    await copyFile(join(cache.source, "go.mod"), join(draft, "go.mod"));
    await writeFile(join(draft, sumsFile), await checksums(draft));
    await rm(cache.folder, { recursive: true, force: true });
    await rename(draft, cache.folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** What a killed run left behind. Whoever calls this holds the lock, so no draft is in use. */
async function removeDrafts(cache: Cache): Promise<void> {
  const prefix = basename(draftPrefix(cache));
  const parent = dirname(cache.folder);
  for (const name of await readdir(parent)) {
    if (name.startsWith(prefix)) await rm(join(parent, name), { recursive: true, force: true });
  }
}

function draftPrefix(cache: Cache): string {
  return `${cache.folder}.draft-`;
}

async function checksums(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name !== sumsFile).sort();
  const lines: string[] = [];
  for (const name of names) {
    const hash = createHash("sha256");
    await pipeline(createReadStream(join(folder, name)), hash);
    lines.push(`${hash.digest("hex")}  ${name}\n`);
  }
  return lines.join("");
}
