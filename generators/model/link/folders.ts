import type { FileSyntax } from "../syntax.js";

/** The files of one version: `<apis>/<group>/<version>/*.ts`. */
export interface VersionFolder {
  /** `src/apis/example.com/v1`. */
  readonly directory: string;
  /** Name of the folder above: usually the group. */
  readonly groupFolder: string;
  readonly version: string;
  /** Sorted by path. */
  readonly files: readonly FileSyntax[];
  readonly doc: FileSyntax | undefined;
}

/**
 * Whether a file is read for API types: any TypeScript file (`.ts`) directly in a version folder that is
 * neither generated, a test nor declarations of what is written elsewhere (`.d.ts`).
 *
 * @param input.apis Folder of the API types, posix path from the project's root.
 */
export function isApiSource(input: { readonly path: string; readonly apis: string }): boolean {
  return versionPathOf(input) !== undefined;
}

/**
 * Why a file below the folder of the API types is not read for them although it is TypeScript: its extension (a module's, JSX,
 * declarations without code), or its folder, which is not that of a version. Undefined for all others; generated files and tests
 * are among them.
 */
export function unreadFor({
  path,
  apis,
}: {
  readonly path: string;
  readonly apis: string;
}): "extension" | "folder" | undefined {
  const asRead = path.replace(/(?:\.d)?\.(?:[cm]?ts|tsx)$/, ".ts");
  if (isApiSource({ path: asRead, apis })) return asRead === path ? undefined : "extension";
  const isBelow = path.startsWith(`${apis.replace(/\/+$/, "")}/`);
  return isBelow && isApiFile(asRead.slice(asRead.lastIndexOf("/") + 1)) ? "folder" : undefined;
}

/** Where a file of a version folder stands; undefined for any other. */
export function versionFolderOf(input: {
  readonly path: string;
  readonly apis: string;
}): Pick<VersionPath, "directory" | "groupFolder" | "version"> | undefined {
  return versionPathOf(input);
}

interface VersionPath {
  readonly directory: string;
  readonly groupFolder: string;
  readonly version: string;
  readonly file: string;
}

function versionPathOf(input: {
  readonly path: string;
  readonly apis: string;
}): VersionPath | undefined {
  const prefix = `${input.apis.replace(/\/+$/, "")}/`;
  if (!input.path.startsWith(prefix)) {
    return undefined;
  }
  const [groupFolder = "", version = "", file = "", ...deeper] = input.path
    .slice(prefix.length)
    .split("/");
  return deeper.length === 0 && isApiFile(file)
    ? { directory: `${prefix}${groupFolder}/${version}`, groupFolder, version, file }
    : undefined;
}

/** Whether a file of a version folder is read for API types, by its name. */
export function isApiFile(name: string): boolean {
  return /\.ts$/.test(name) && !/^zz_generated\.|\.(?:test|spec|d)\.ts$/.test(name);
}

/** Sorts files into version folders; other files are left out. Folders in order of their paths. */
export function versionFolders(input: {
  readonly files: readonly FileSyntax[];
  readonly apis: string;
}): readonly VersionFolder[] {
  const folders = new Map<string, { readonly path: VersionPath; readonly files: FileSyntax[] }>();
  for (const file of input.files.toSorted((left, right) => (left.path < right.path ? -1 : 1))) {
    const path = versionPathOf({ path: file.path, apis: input.apis });
    if (path === undefined) {
      continue;
    }
    const folder = folders.get(path.directory);
    if (folder === undefined) {
      folders.set(path.directory, { path, files: [file] });
    } else {
      folder.files.push(file);
    }
  }
  return [...folders.values()].map(({ path, files }) => ({
    directory: path.directory,
    groupFolder: path.groupFolder,
    version: path.version,
    files,
    doc: files.find((file) => file.path === `${path.directory}/doc.ts`),
  }));
}
