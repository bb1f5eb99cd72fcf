import { type Advice, correction, diagnostic, type SourceSpan } from "../../diagnostics/index.js";
import { builtins } from "../builtins.js";
import type { TypeId } from "../types.js";
import { findExport, missingSource, modulePath, moduleTarget } from "./modules.js";
import { isBroken } from "./package.js";
import type { Report } from "./report.js";
import { isUnknownRuntimeModule, nearestRuntimeModule } from "./runtime-modules.js";
import {
  type Declared,
  type FileScope,
  isBuiltin,
  runtimeModule,
  type Scopes,
  typeIdOf,
} from "./scope.js";

/** What a type name in a tag stands for. */
export type TagTypeName =
  | { readonly kind: "runtimeObject" }
  | { readonly kind: "declared"; readonly id: TypeId; readonly declared: Declared }
  /** A package, or a project file that is no version folder's. */
  | { readonly kind: "imported"; readonly module: string; readonly name: string };

/** What names in tags are looked up in. */
export interface NameContext {
  readonly scopes: Scopes;
  /** The file that holds the tag. */
  readonly scope: FileScope;
  readonly report: Report;
}

const runtimePackages = new Set(["runtime", "k8s.io/apimachinery/pkg/runtime"]);
const metaPackages = new Set(["metav1", "k8s.io/apimachinery/pkg/apis/meta/v1"]);
/** Types of crd-runtime that are no members of API types, and that servers send all the same. */
const sentTypes = ["Scale"];

/**
 * Looks up a name as tags write it: split at the last dot, the left side is empty (this version), `runtime` or
 * `metav1` or their Go paths, `<group>/<version>` of this project, or a module specifier. Reports a name that
 * stands for nothing.
 */
export function resolveTagTypeName(
  context: NameContext,
  input: { readonly name: string; readonly span: SourceSpan },
): TagTypeName | undefined {
  const dot = input.name.lastIndexOf(".");
  const left = input.name.slice(0, Math.max(0, dot));
  const right = input.name.slice(dot + 1);
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(right)) {
    return wrong(context, { ...input, advice: { hint: "write 'Name' or 'module.Name'" } });
  }
  const goPackage = [...runtimePackages, ...metaPackages].find(
    (known) => known !== left && known.toLowerCase() === left.toLowerCase(),
  );
  if (goPackage !== undefined) {
    return wrong(context, { ...input, advice: meant(`${goPackage}.${right}`) });
  }
  if (left === "") {
    return inVersion(context, { ...input, right, siblings: siblingsOf(context) });
  }
  if (runtimePackages.has(left) && right === "Object") {
    return { kind: "runtimeObject" };
  }
  if (runtimePackages.has(left) || metaPackages.has(left) || left === runtimeModule) {
    return isBuiltin(right) || (left === runtimeModule && sentTypes.includes(right))
      ? { kind: "imported", module: runtimeModule, name: right }
      : wrong(context, {
          ...input,
          advice: suggestion({ left, right, names: runtimeNames(left) }),
        });
  }
  const version = versionScope(context, left);
  if (version !== undefined) {
    return inVersion(context, {
      ...input,
      right,
      siblings: siblingsOf({ ...context, scope: version }),
      left,
    });
  }
  return left.startsWith(".")
    ? inFile(context, { ...input, left, right })
    : inPackage(context, { ...input, left, right });
}

function runtimeNames(left: string): readonly string[] {
  const names = Object.keys(builtins);
  if (left === runtimeModule) return [...names, ...sentTypes];
  return runtimePackages.has(left) ? ["Object", ...names] : names;
}

/** The files of the version that a file belongs to. */
export function siblingsOf({
  scopes,
  scope,
}: Pick<NameContext, "scopes" | "scope">): readonly FileScope[] {
  return [...scopes.values()].filter((other) => other.package === scope.package);
}

/** Any file of the version that `example.com/v1`, or a Go path that ends so, means. */
export function versionScope(context: NameContext, left: string): FileScope | undefined {
  // Of a project with a group of that name, too, crd-runtime/core/v1 is the package.
  if (left.startsWith(`${runtimeModule}/`) || left.startsWith("@")) {
    return undefined;
  }
  return [...context.scopes.values()].find(({ package: { group, version, folder } }) =>
    [`${group}/${version}`, `${folder.groupFolder}/${folder.version}`].some(
      (path) => left === path || left.endsWith(`/${path}`),
    ),
  );
}

interface Lookup {
  readonly name: string;
  readonly span: SourceSpan;
  readonly right: string;
}

function inVersion(
  context: NameContext,
  input: Lookup & { readonly siblings: readonly FileScope[]; readonly left?: string },
): TagTypeName | undefined {
  const { right, siblings } = input;
  const declared = siblings
    .map(({ exported }) => exported.get(right))
    .find((found) => found !== undefined);
  if (declared !== undefined) {
    return { kind: "declared", id: typeIdOf(declared), declared };
  }
  if (siblings.some((sibling) => isBroken(sibling.package))) {
    return undefined;
  }
  const names = siblings.flatMap(({ exported }) => [...exported.keys()]);
  const object = input.left === undefined && /^(?:runtime|object)$/i.test(right);
  const advice = object ? meant("runtime.Object") : suggestion({ left: input.left, right, names });
  return wrong(context, { ...input, advice });
}

function inFile(
  context: NameContext,
  input: Lookup & { readonly left: string },
): TagTypeName | undefined {
  const { left, right } = input;
  const target = moduleTarget({ ...context, module: left });
  if (target === undefined || target === "runtime") {
    const path = modulePath({ from: context.scope.file.path, module: left });
    if (path === undefined) {
      return wrong(context, { ...input, advice: { hint: `'${left}' leads out of the project` } });
    }
    const has = (file: FileScope): boolean => file.exported.has(right);
    const missing = missingSource({ ...context, module: left, has });
    if (missing !== undefined) {
      const { near } = missing;
      const advice = near === undefined ? { hint: missing.hint } : meant(`${near}.${right}`);
      return wrong(context, { ...input, advice });
    }
    return { kind: "imported", module: path.replace(/(?:\.[cm]?[jt]s)?$/, ".ts"), name: right };
  }
  const found = findExport({ ...context, scope: target, name: right });
  if (found?.kind === "declared") {
    return { kind: "declared", id: typeIdOf(found.declared), declared: found.declared };
  }
  const names = [...target.exported.keys()];
  return wrong(context, { ...input, advice: suggestion({ left, right, names }) });
}

function inPackage(
  context: NameContext,
  input: Lookup & { readonly left: string },
): TagTypeName | undefined {
  const { left, right } = input;
  const [first = "", ...rest] = left.split("/");
  // A package of npm has no dot before a slash: this is a Go path, or a version that does not exist.
  if (first.includes(".") && !first.startsWith("@") && rest.length > 0) {
    const versions = [...context.scopes.values()].map(
      ({ package: { group, version } }) => `${group}/${version}`,
    );
    const near =
      moduleOfGoPackage({ path: left, name: right }) ??
      correction({ word: left, candidates: versions })?.replacement;
    const advice =
      near === undefined
        ? { hint: "name a TypeScript module, not a Go package" }
        : meant(`${near}.${right}`);
    return wrong(context, { ...input, advice });
  }
  if (isUnknownRuntimeModule(left)) {
    const near = nearestRuntimeModule(left);
    const advice =
      near === undefined
        ? { hint: `${runtimeModule} has no such module` }
        : meant(`${near}.${right}`);
    return wrong(context, { ...input, advice });
  }
  const known = context.scopes.get(left);
  if (known !== undefined && findExport({ ...context, scope: known, name: right }) === undefined) {
    const names = [...known.exported.keys()];
    return wrong(context, { ...input, advice: suggestion({ left, right, names }) });
  }
  return { kind: "imported", module: left, name: right };
}

/** Where crd-runtime has the types of a package of k8s.io/api. */
function moduleOfGoPackage(input: {
  readonly path: string;
  readonly name: string;
}): string | undefined {
  const [, version] = /^k8s\.io\/api\/(.+)$/.exec(input.path) ?? [];
  if (version === undefined) return undefined;
  if (version.startsWith("autoscaling/") && sentTypes.includes(input.name)) return runtimeModule;
  const module = `${runtimeModule}/${version}`;
  return isUnknownRuntimeModule(module) ? undefined : module;
}

function suggestion(input: {
  readonly left: string | undefined;
  readonly right: string;
  readonly names: readonly string[];
}): Advice | undefined {
  const { left, right, names } = input;
  const near = correction({ word: right, candidates: names });
  return near?.replacement === undefined || left === undefined
    ? near
    : meant(`${left}.${near.replacement}`);
}

/** The whole name, which the diagnostic marks. */
function meant(name: string): Advice {
  return { hint: `did you mean '${name}'?`, replacement: name };
}

function wrong(
  context: NameContext,
  input: {
    readonly name: string;
    readonly span: SourceSpan;
    readonly advice: Advice | undefined;
  },
): undefined {
  const { name, span, advice } = input;
  context.report(diagnostic("tag/type-name", { name }, { span, ...advice }));
  return undefined;
}
