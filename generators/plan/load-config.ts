import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { type Files, FilesError } from "../files.js";
import type { ProjectConfig } from "../options/config.js";
import { type Cache, noCache } from "./cache.js";
import { configFile } from "./config-file.js";
import { fileProblem } from "./problem.js";

/** Entry of the cache: the settings of the last run that had any. */
const name = "config.json";

interface Known {
  readonly configText: string;
  readonly config: ProjectConfig;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads crd-project.json. Its schema is loaded for a text that the cache does not know. */
export async function loadConfig(input: {
  readonly files: Files;
  readonly version: string;
  readonly cache?: Cache;
}) {
  const { files, version, cache = noCache } = input;
  try {
    const configText = files.read(configFile);
    if (configText === undefined) {
      const diagnostics = [diagnostic("project/config-missing", { folder: files.root })];
      return { config: undefined, diagnostics } as const;
    }
    const known = cache.get(name);
    if (isKnown(known) && known.configText === configText) return known;
    const { parseConfig } = await import("./config.js");
    const parsed = { ...parseConfig({ text: configText, version }), configText };
    if (parsed.config !== undefined) cache.set({ name, value: parsed });
    return parsed;
  } catch (error) {
    if (error instanceof FilesError) {
      return { config: undefined, diagnostics: [fileProblem(error)] } as const;
    }
    throw error;
  }
}

/** The checksum of the cache vouches for the inside. */
function isKnown(value: unknown): value is Known {
  return typeof value === "object" && value !== null && "configText" in value && "config" in value;
}
