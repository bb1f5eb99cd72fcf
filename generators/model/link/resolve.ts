import {
  type Diagnostic,
  diagnostic,
  didYouMean,
  type SourceSpan,
} from "../../diagnostics/index.js";
import { type BuiltinName, builtins } from "../builtins.js";
import type { ImportSyntax, SyntaxSpan } from "../syntax.js";
import { findExport, modulePath, moduleTarget } from "./modules.js";
import { isBroken } from "./package.js";
import { placeOf, type Report } from "./report.js";
import { nearestRuntimeModule } from "./runtime-modules.js";
import { type FileScope, isBuiltin, type Resolved, runtimeModule, type Scopes } from "./scope.js";

const wrong: Resolved = { kind: "wrong" };

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
  const near = nearestRuntimeModule(module);
  if (near !== undefined) {
    return `did you mean "${near}"?`;
  }
  // As client-node names the types of the built-in kinds.
  if (bare !== name && !module.startsWith(".")) {
    return `look for '${bare}' in "${runtimeModule}/core/v1", "${runtimeModule}/apps/v1" and the like`;
  }
  return module.startsWith(".")
    ? "no file of a version folder has this path"
    : "declare the type in this folder";
}
