import type { Diagnostic } from "../diagnostics/index.js";
import { type SourceFile, sha256 } from "../files.js";
import type { MarkersSyntax, Tag } from "../model/index.js";
import { isApiSource } from "../model/link/folders.js";
import { mayHaveProjectTags } from "../model/tags/tag-text.js";
import type { Cache } from "./cache.js";

/** Folder of the cache. */
const folder = "markers";

/** The markers of a project, in order, and what is wrong with them; severities are those of the catalogue. */
export interface ProjectMarkers {
  readonly markers: readonly Tag[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the markers of sources; what the cache knows by path and text is not parsed again. */
export async function readMarkers(input: {
  /** Those that may have some, sorted by path. */
  readonly sources: readonly SourceFile[];
  /** Folder of the API types. */
  readonly apis: string;
  readonly cache: Cache;
  /** SHA-256 of a text. */
  readonly digestOf?: (file: SourceFile) => string;
}): Promise<ProjectMarkers> {
  const { apis, cache, digestOf = ({ text }) => sha256(text) } = input;
  // All other tags of API types are read with the types.
  const sources = input.sources.filter(
    ({ path, text }) => !isApiSource({ path, apis }) || mayHaveProjectTags(text),
  );
  if (sources.length === 0) {
    cache.prune({ folder, keep: new Set() });
    return { markers: [], diagnostics: [] };
  }
  const [{ parseMarkers }, { linkMarkers }] = await Promise.all([
    import("../parse/index.js"),
    import("../model/link/index.js"),
  ]);
  const keep = new Set<string>();
  const files = sources.map((file): MarkersSyntax => {
    const name = `${folder}/${sha256(`${file.path} ${digestOf(file)}`)}.json`;
    keep.add(name);
    const known = cache.get(name);
    if (isMarkers(known)) return known;
    const value = parseMarkers(file);
    cache.set({ name, value });
    return value;
  });
  cache.prune({ folder, keep });
  return linkMarkers({ files, apis });
}

/** The checksum of the cache vouches for the inside. */
function isMarkers(value: unknown): value is MarkersSyntax {
  return typeof value === "object" && value !== null && "path" in value && "tags" in value;
}
