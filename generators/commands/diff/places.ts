import { posix } from "node:path";
import type { ProjectConfig } from "../../options/config.js";

/** Where a project keeps its definitions. */
export interface DefinitionPlaces {
  /** Folders to look through; those that hold what people wrote come last, since that is what is installed. */
  readonly folders: readonly string[];
  /** Whether a file in one of them can hold definitions, by its path. */
  readonly has: (path: string) => boolean;
}

/** Places of the definitions that are generated, and of those of schemapatch, which are directly in their folder. */
export function definitionPlaces(
  config: Pick<ProjectConfig, "crds" | "schemapatch">,
): DefinitionPlaces {
  const { crds } = config;
  const { manifests } = config.schemapatch ?? {};
  const folders = manifests === undefined ? [crds] : [...new Set([crds, manifests])];
  const isWithin = (path: string): boolean => path.startsWith(`${crds}/`);
  return {
    folders,
    has: (path) => isManifest(path) && (isWithin(path) || posix.dirname(path) === manifests),
  };
}

function isManifest(path: string): boolean {
  return /\.(?:ya?ml|json)$/i.test(path);
}
