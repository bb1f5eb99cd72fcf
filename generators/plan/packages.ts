import type { FileSyntax, PackageSyntax } from "../model/index.js";

/** Text of the types that a package exports, by its specifier; undefined for a package that has none. */
export type PackageTypes = (module: string) => string | undefined;

/** What is written of a package, less its name. */
type Written = Omit<PackageSyntax, "exports">;

/** The packages that files import types from, or name in tags, and those that these import from; sorted. */
export function importedPackages(input: {
  readonly syntax: readonly FileSyntax[];
  readonly packageTypes: PackageTypes;
}): readonly PackageSyntax[] {
  const found = new Map<string, PackageSyntax>();
  const files = [...input.syntax];
  // What is added while the loop runs is visited, too.
  for (const file of files) {
    for (const module of modulesOf(file)) {
      const text = found.has(module) ? undefined : input.packageTypes(module);
      if (text === undefined) continue;
      const written: unknown = JSON.parse(text);
      if (!isWritten(written))
        throw new Error(`create-crd-project is not whole: types of ${module}`);
      const exports = { deepCopy: module, applyConfigurations: module };
      found.set(module, { ...written, exports });
      files.push(written.file);
    }
  }
  return [...found].toSorted(([left], [right]) => (left < right ? -1 : 1)).map(([, one]) => one);
}

function modulesOf({ imports, exports, declarations }: FileSyntax): readonly string[] {
  const imported = [...imports, ...exports].flatMap(({ module }) =>
    module === undefined || module.startsWith(".") ? [] : [module],
  );
  const named = declarations.flatMap(({ tags }) =>
    tags.flatMap(({ text }) => text.match(/\bcrd-runtime\/[a-z]+\/v[a-z0-9]+(?=\.)/g) ?? []),
  );
  return [...imported, ...named];
}

/** Our own file: whether it is one at all. */
function isWritten(value: unknown): value is Written {
  return typeof value === "object" && value !== null && "group" in value && "file" in value;
}
