import { isApiFile } from "./folders.js";
import { type FileScope, isBuiltin, type Resolved, runtimeModule, type Scopes } from "./scope.js";

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

/**
 * What keeps a relative specifier from meaning a file: it leads into a version folder, all of whose files are known, and is none of
 * them. With the specifier of the file there that has what was looked for.
 */
export function missingSource(input: {
  readonly scopes: Scopes;
  readonly scope: FileScope;
  readonly module: string;
  readonly has: (file: FileScope) => boolean;
}): { readonly hint: string; readonly near: string | undefined } | undefined {
  const { scopes, scope, module, has } = input;
  const path = modulePath({ from: scope.file.path, module })?.replace(/(?:\.[jt]s)?$/, ".ts") ?? "";
  const folder = path.slice(0, path.lastIndexOf("/") + 1);
  const inside = [...scopes.values()].filter(
    ({ package: info }) => info.exports === undefined && `${info.folder.directory}/` === folder,
  );
  const isRead = isApiFile(path.slice(folder.length));
  if (!isRead || inside.length === 0 || scopes.has(path)) return undefined;
  const holder = inside.find(has)?.file.path.slice(folder.length);
  const start = module.slice(0, module.lastIndexOf("/") + 1);
  return {
    hint: `there is no file '${path}'`,
    near: holder && `${start}${holder.replace(/ts$/, "js")}`,
  };
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
