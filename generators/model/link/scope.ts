import { type BuiltinName, builtins } from "../builtins.js";
import type { DeclarationSyntax, FileSyntax, ImportSyntax } from "../syntax.js";
import type { TypeId } from "../types.js";
import type { PackageInfo } from "./package.js";

/** The package whose types API types are written with. */
export const runtimeModule = "crd-runtime";

/** A declaration with the file it stands in. */
export interface Declared {
  readonly scope: FileScope;
  readonly syntax: DeclarationSyntax;
  /** The name under which it is exported; undefined when it is not. */
  readonly exportedAs: string | undefined;
}

/** The names of one file. */
export interface FileScope {
  readonly file: FileSyntax;
  readonly package: PackageInfo;
  /** First declaration of each name. */
  readonly locals: ReadonlyMap<string, Declared>;
  /** Those that are exported, by the name under which they are. */
  readonly exported: ReadonlyMap<string, Declared>;
  readonly imports: ReadonlyMap<string, { readonly from: ImportSyntax; readonly name: string }>;
  readonly namespaces: ReadonlyMap<string, ImportSyntax>;
  readonly defaults: ReadonlyMap<string, ImportSyntax>;
}

/** All files of a run by path. */
export type Scopes = ReadonlyMap<string, FileScope>;

/** What a name stands for. */
export type Resolved =
  | { readonly kind: "declared"; readonly declared: Declared }
  | { readonly kind: "builtin"; readonly name: BuiltinName }
  /** Neither declared nor imported: one of JavaScript's own, or a mistake. */
  | { readonly kind: "global"; readonly name: string }
  /** Reported already. */
  | { readonly kind: "wrong" };

export function isBuiltin(name: string): name is BuiltinName {
  return Object.hasOwn(builtins, name);
}

/** Identity of an exported declaration: the group version, or the module of a package, and the name. */
export function typeIdOf(declared: Declared): TypeId {
  const { group, version, exports, folder } = declared.scope.package;
  // A project may have a group of the same name.
  const prefix = exports === undefined ? `${group}/${version}` : folder.directory;
  return `${prefix}.${declared.exportedAs ?? declared.syntax.name}`;
}

/** Lists the names of a file. */
export function scopeOf(input: {
  readonly file: FileSyntax;
  readonly package: PackageInfo;
}): FileScope {
  const { file } = input;
  const exportedAs = new Map<string, string>();
  const named = file.exports
    .flatMap(({ module, names }) => (module === undefined ? (names ?? []) : []))
    .filter(({ name }) => name !== "default");
  for (const { name, local } of named) {
    if (name === local || !exportedAs.has(local)) {
      exportedAs.set(local, name);
    }
  }
  const locals = new Map<string, Declared>();
  const exported = new Map<string, Declared>();
  const scope: FileScope = {
    ...input,
    locals,
    exported,
    imports: new Map(
      file.imports.flatMap((from) => from.names.map(({ name, local }) => [local, { from, name }])),
    ),
    namespaces: new Map(
      file.imports.flatMap((from) =>
        from.namespace === undefined ? [] : [[from.namespace, from]],
      ),
    ),
    defaults: new Map(
      file.imports.flatMap((from) =>
        from.defaultName === undefined ? [] : [[from.defaultName, from]],
      ),
    ),
  };
  for (const syntax of file.declarations) {
    if (!locals.has(syntax.name)) {
      const name = syntax.exported ? syntax.name : exportedAs.get(syntax.name);
      const declared: Declared = { scope, syntax, exportedAs: name };
      locals.set(syntax.name, declared);
      if (name !== undefined) {
        exported.set(name, declared);
      }
    }
  }
  // Further names of what is exported under its own: `export { Database as DatabaseV1 }`.
  for (const { name, local } of named) {
    const declared = locals.get(local);
    if (declared !== undefined && !exported.has(name)) {
      exported.set(name, declared);
    }
  }
  return scope;
}

/** The names of a file that was linked. */
export function scopeFor(scopes: Scopes, type: { readonly file: string }): FileScope {
  const scope = scopes.get(type.file);
  if (scope === undefined) {
    throw new Error(`no file ${type.file} was linked`);
  }
  return scope;
}
