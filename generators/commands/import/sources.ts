import { basename, dirname, isAbsolute, relative, resolve } from "node:path";
import { type Diagnostic, diagnostic } from "../../diagnostics/index.js";
import { type Files, FilesError, walk } from "../../files.js";
import type { SourceText } from "../../import-gen/read/index.js";
import { globMatcher, isGlob, splitGlob } from "./glob.js";
import { type Fetched, isAddress } from "./remote.js";

/** Where sources are looked for. */
export interface SourceWorld {
  /** Folder from which paths count. */
  readonly cwd: string;
  readonly openFiles: (root: string) => Files;
  readonly fetchText: (address: string) => Promise<Fetched>;
  readonly readCluster: () => Promise<Fetched>;
}

/** Texts to look for definitions in, and what cannot be read. */
export interface ReadSources {
  readonly texts: readonly SourceText[];
  readonly diagnostics: readonly Diagnostic[];
}

const cluster = "cluster";
const extensions = /\.(?:ya?ml|json)$/i;
/** What a file has to have that nobody named, so that it is read at all. */
const mention = "CustomResourceDefinition";

/** Reads sources in their order: `cluster`, addresses, files, folders with all below them, and patterns. */
export async function readSourceTexts(input: {
  readonly sources: readonly string[];
  readonly world: SourceWorld;
}): Promise<ReadSources> {
  const texts = new Map<string, SourceText>();
  const diagnostics: Diagnostic[] = [];
  for (const source of input.sources) {
    const found = await readSource({ source, world: input.world });
    diagnostics.push(...found.diagnostics);
    for (const text of found.texts) texts.set(text.path, text);
  }
  return { texts: [...texts.values()], diagnostics };
}

async function readSource(input: {
  readonly source: string;
  readonly world: SourceWorld;
}): Promise<ReadSources> {
  const { source, world } = input;
  if (source === cluster || isAddress(source)) {
    const fetched = source === cluster ? await world.readCluster() : await world.fetchText(source);
    return "text" in fetched
      ? { texts: [{ path: source, text: fetched.text }], diagnostics: [] }
      : failed(source, fetched.reason);
  }
  try {
    return readPath(input);
  } catch (error) {
    if (error instanceof FilesError) return failed(source, reasonOf(error));
    throw error;
  }
}

function failed(source: string, reason: string): ReadSources {
  return { texts: [], diagnostics: [diagnostic("import/source", { source, reason })] };
}

function reasonOf({ reason }: FilesError): string {
  switch (reason) {
    case "access":
      return "there is no permission";
    case "encoding":
      return "it is no UTF-8; save it as UTF-8 (iconv -t UTF-8)";
    default:
      return "the file system refuses it";
  }
}

function readPath(input: { readonly source: string; readonly world: SourceWorld }): ReadSources {
  const { source, world } = input;
  const { cwd, openFiles } = world;
  const place = resolve(cwd, source);
  const above = openFiles(dirname(place));
  const kind = above.kind(basename(place));
  if (kind === "file") {
    const text = above.read(basename(place)) ?? "";
    return { texts: [{ path: shown({ cwd, place }), text }], diagnostics: [] };
  }
  if (kind === "folder") return readFolder({ world, folder: place, matches: () => true, source });
  if (isGlob(source)) {
    const { folder, pattern } = splitGlob(source);
    return readFolder({
      world,
      folder: resolve(cwd, folder),
      matches: globMatcher(pattern),
      source,
    });
  }
  return failed(source, "there is no such file or folder");
}

/** The files of a folder that speak of definitions. */
function readFolder(input: {
  readonly world: SourceWorld;
  readonly folder: string;
  readonly matches: (path: string) => boolean;
  readonly source: string;
}): ReadSources {
  const { world, folder, matches, source } = input;
  const files = world.openFiles(folder);
  const paths = walk({ files, folder: "" }).filter(
    (path) => extensions.test(path) && matches(path),
  );
  if (paths.length === 0) return failed(source, "there is no YAML or JSON file");
  const diagnostics: Diagnostic[] = [];
  const texts = paths.flatMap((path): readonly SourceText[] => {
    const name = shown({ cwd: world.cwd, place: resolve(folder, path) });
    try {
      const text = files.read(path) ?? "";
      return text.includes(mention) ? [{ path: name, text }] : [];
    } catch (error) {
      if (!(error instanceof FilesError)) throw error;
      diagnostics.push(...failed(name, reasonOf(error)).diagnostics);
      return [];
    }
  });
  return { texts, diagnostics };
}

/** A path as messages show it: from here where it is below, with slashes. */
function shown(input: { readonly cwd: string; readonly place: string }): string {
  const path = relative(input.cwd, input.place);
  const near = path.startsWith("..") || isAbsolute(path) ? input.place : path;
  return near.replaceAll("\\", "/");
}
