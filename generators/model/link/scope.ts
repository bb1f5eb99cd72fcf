import {
  type Diagnostic,
  diagnostic,
  didYouMean,
  type SourceSpan,
} from "../../diagnostics/index.js";
import { type BuiltinName, builtins } from "../builtins.js";
import type { DeclarationSyntax, FileSyntax, ImportSyntax, SyntaxSpan } from "../syntax.js";
import type { TypeId } from "../types.js";
import { isBroken, type PackageInfo } from "./package.js";
import { placeOf, type Report } from "./report.js";

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

const wrong: Resolved = { kind: "wrong" };

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

/** Finds what a name (`Name` or `ns.Name`) in a file stands for; mistakes are reported at the span. */
export function resolveName(input: {
  readonly scopes: Scopes;
  readonly scope: FileScope;
  readonly name: string;
  readonly span: SyntaxSpan;
  readonly report: Report;
}): Resolved {
  const { scope, name, report } = input;
  const dot = name.indexOf(".");
  if (dot !== -1) {
    const head = scope.locals.get(name.slice(0, dot));
    const from = scope.namespaces.get(name.slice(0, dot));
    // A member of an enum or namespace: whoever asks reports that one.
    return head !== undefined && from === undefined
      ? { kind: "declared", declared: head }
      : from === undefined
        ? { kind: "global", name }
        : resolveImport({ ...input, from, name: name.slice(dot + 1), local: name });
  }
  const local = scope.locals.get(name);
  if (local !== undefined) {
    return { kind: "declared", declared: local };
  }
  const imported = scope.imports.get(name);
  if (imported !== undefined) {
    return resolveImport({ ...input, ...imported, local: name });
  }
  const byDefault = scope.defaults.get(name);
  if (byDefault !== undefined) {
    const hint = `write import type { ${name} } from "${byDefault.module}"`;
    const span = placeOf(scope.file, input.span);
    report(diagnostic("type/default-import", { name }, { span, hint }));
    return wrong;
  }
  return { kind: "global", name };
}

function resolveImport(input: {
  readonly scopes: Scopes;
  readonly scope: FileScope;
  readonly from: ImportSyntax;
  readonly name: string;
  /** The name as this file writes it. */
  readonly local: string;
  readonly span: SyntaxSpan;
  readonly report: Report;
}): Resolved {
  const { scopes, scope, from, name } = input;
  const { module } = from;
  const target = name === "default" ? undefined : moduleTarget({ scopes, scope, module });
  if (target === "runtime" && isBuiltin(name)) {
    return { kind: "builtin", name };
  }
  const found =
    target === undefined || target === "runtime"
      ? undefined
      : findExport({ scopes, scope: target, name });
  if (found !== undefined) {
    return found;
  }
  if (target !== undefined && target !== "runtime" && isBroken(target.package)) {
    return wrong;
  }
  const span = placeOf(scope.file, input.span);
  input.report(importDiagnostic({ scopes, scope, target, module, name, local: input.local, span }));
  return wrong;
}

function importDiagnostic(input: {
  readonly scopes: Scopes;
  readonly scope: FileScope;
  readonly target: FileScope | "runtime" | undefined;
  readonly module: string;
  readonly name: string;
  readonly local: string;
  readonly span: SourceSpan;
}): Diagnostic {
  const { target, module, name, local, span } = input;
  if (name === "default") {
    const hint = "import the type by its name";
    return diagnostic("type/default-import", { name: local }, { span, hint });
  }
  if (target === undefined) {
    const hint = outsideHint(input);
    return diagnostic("type/import-outside", { name, module }, { span, hint });
  }
  const names = target === "runtime" ? Object.keys(builtins) : target.exported.keys();
  const hint =
    target !== "runtime" && target.locals.has(name)
      ? `export it there: 'export' in front of '${name}'`
      : isBuiltin(name)
        ? runtimeHint(name)
        : didYouMean({ word: name, candidates: names });
  return diagnostic("type/unknown-import", { module, name }, { span, hint });
}

function runtimeHint(name: BuiltinName): string {
  return `write import type { ${name} } from "${runtimeModule}"`;
}

function outsideHint(input: {
  readonly scopes: Scopes;
  readonly scope: FileScope;
  readonly module: string;
  readonly name: string;
}): string {
  const { scopes, scope, module, name } = input;
  const bare = name.replace(/^V\d+/, "");
  if (isBuiltin(bare)) {
    return runtimeHint(bare);
  }
  const folder = module.replace(/(?:\/index(?:\.[cm]?[jt]s)?)?\/*$/, "");
  const path = modulePath({ from: scope.file.path, module: folder });
  const holder = [...scopes.values()].find(
    ({
      package: {
        folder: { directory },
      },
      exported,
    }) => directory === path && exported.has(name),
  );
  if (holder !== undefined) {
    const file = holder.file.path.split("/").at(-1)?.replace(/ts$/, "js") ?? "";
    return `name the file: '${folder}/${file}'`;
  }
  // As client-node names the types of the built-in kinds.
  if (bare !== name && !module.startsWith(".")) {
    return `look for '${bare}' in "${runtimeModule}/core/v1", "${runtimeModule}/apps/v1" and the like`;
  }
  return module.startsWith(".")
    ? "no file of a version folder has this path"
    : "declare the type in this folder";
}

/** The file or known package that a module specifier means, `runtime` for crd-runtime, undefined for anything else. */
export function moduleTarget(input: {
  readonly scopes: Scopes;
  readonly scope: FileScope;
  readonly module: string;
}): FileScope | "runtime" | undefined {
  const { scopes, scope, module } = input;
  if (module === runtimeModule) {
    return "runtime";
  }
  const path = modulePath({ from: scope.file.path, module });
  return path === undefined
    ? scopes.get(module)
    : [path.replace(/\.[cm]?js$/, ".ts"), `${path}.ts`, `${path}/index.ts`]
        .map((candidate) => scopes.get(candidate))
        .find((found) => found !== undefined);
}

/** Posix path of a relative specifier; undefined for a package, or a path out of the project. */
export function modulePath(input: {
  readonly from: string;
  readonly module: string;
}): string | undefined {
  if (!/^\.\.?(?:\/|$)/.test(input.module)) {
    return undefined;
  }
  const parts = input.from.split("/").slice(0, -1);
  for (const part of input.module.split("/")) {
    if (part === "..") {
      if (parts.pop() === undefined) {
        return undefined;
      }
    } else if (part !== "." && part !== "") {
      parts.push(part);
    }
  }
  return parts.join("/");
}

/** What a file exports under a name, its re-exports followed. */
export function findExport(input: {
  readonly scopes: Scopes;
  readonly scope: FileScope;
  readonly name: string;
}): Resolved | undefined {
  const { scopes } = input;
  const seen = new Set<string>();
  const find = (scope: FileScope, name: string): Resolved | undefined => {
    // Once each: files may export one another.
    const key = `${scope.file.path}#${name}`;
    if (seen.has(key)) {
      return undefined;
    }
    seen.add(key);
    const declared = scope.exported.get(name);
    if (declared !== undefined) {
      return { kind: "declared", declared };
    }
    for (const { module, wanted } of reexportsOf(scope, name)) {
      const target = moduleTarget({ scopes, scope, module });
      if (target === "runtime" && isBuiltin(wanted)) {
        return { kind: "builtin", name: wanted };
      }
      const found = target === undefined || target === "runtime" ? undefined : find(target, wanted);
      if (found !== undefined) {
        return found;
      }
    }
    return undefined;
  };
  return find(input.scope, input.name);
}

/** The modules that a file may have a name from, with its name there. */
function reexportsOf(
  scope: FileScope,
  name: string,
): readonly { readonly module: string; readonly wanted: string }[] {
  return scope.file.exports.flatMap(({ module, names }) => {
    const local = names === undefined ? name : names.find((one) => one.name === name)?.local;
    const imported =
      module === undefined && local !== undefined ? scope.imports.get(local) : undefined;
    const source = module ?? imported?.from.module;
    return local === undefined || source === undefined
      ? []
      : [{ module: source, wanted: imported?.name ?? local }];
  });
}
