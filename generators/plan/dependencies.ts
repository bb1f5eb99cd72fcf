import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import { type Files, FilesError } from "../files.js";
import type { ProjectConfig } from "../options/config.js";
import { configFile } from "./config-file.js";
import { spanOfKey } from "./config-place.js";

/** Packages that code of a generator imports, and that projects do not have from the start. */
const packagesOf: Readonly<Partial<Record<ProjectConfig["generators"][number], string>>> = {
  "zod-gen": "zod",
};

const sections = [
  "dependencies",
  "devDependencies",
  "peerDependencies",
  "optionalDependencies",
] as const;

/** Generators whose code would not find a package that it imports; a project without package.json is asked nothing. */
export function missingDependencies(input: {
  readonly files: Files;
  readonly config: Pick<ProjectConfig, "generators">;
}): readonly Diagnostic[] {
  const { files, config } = input;
  const needed = config.generators.flatMap((generator) => {
    const name = packagesOf[generator];
    return name === undefined ? [] : [{ generator, name }];
  });
  if (needed.length === 0) return [];
  const manifest = manifestOf(read({ files, path: "package.json" }));
  if (manifest === undefined) return [];
  const text = read({ files, path: configFile }) ?? "";
  const known = new Set(sections.flatMap((section) => Object.keys(Object(manifest[section]))));
  return needed
    .filter(({ name }) => !known.has(name))
    .map(({ generator, name }) => {
      const span = spanOfKey({ text, key: generator });
      const hint = `npm install ${name}`;
      return diagnostic("project/missing-dependency", { generator, name }, { span, hint });
    });
}

/** What cannot be read is npm's to report. */
function read(input: { readonly files: Files; readonly path: string }): string | undefined {
  try {
    return input.files.read(input.path);
  } catch (error) {
    if (error instanceof FilesError) return undefined;
    throw error;
  }
}

function manifestOf(text: string | undefined): Readonly<Record<string, unknown>> | undefined {
  if (text === undefined) return undefined;
  try {
    const parsed: unknown = JSON.parse(text);
    return isRecord(parsed) ? parsed : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
