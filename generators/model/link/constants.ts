import { diagnostic, didYouMean, type SourceSpan } from "../../diagnostics/index.js";
import type { FileSyntax } from "../syntax.js";
import type { ConstantReference, DefaultValue } from "../types.js";
import { missingSource, modulePath, moduleTarget } from "./modules.js";
import { isBroken } from "./package.js";
import { type FileScope, runtimeModule } from "./scope.js";
import { type NameContext, siblingsOf, versionScope } from "./type-names.js";

/** A constant that a tag names, with its value where that is written out. */
export interface NamedConstant {
  readonly reference: ConstantReference;
  readonly json: DefaultValue["json"];
}

/**
 * Looks up a constant as `ref(...)` writes it: `Name` of this version, `<group>/<version>.Name` of this project,
 * or `module.Name`. What stands outside the version folders is not read: the compiler checks those names.
 * Reports a name that stands for nothing.
 */
export function resolveConstant(
  context: NameContext,
  input: { readonly name: string; readonly span: SourceSpan },
): NamedConstant | undefined {
  const dot = input.name.lastIndexOf(".");
  const left = input.name.slice(0, Math.max(0, dot));
  const right = input.name.slice(dot + 1);
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(right)) {
    return wrong(context, { ...input, hint: "write 'ref(Name)' or 'ref(module.Name)'" });
  }
  const version = left === "" ? context.scope : versionScope(context, left);
  if (version !== undefined) {
    return inFiles(context, {
      ...input,
      right,
      left,
      files: siblingsOf({ ...context, scope: version }),
    });
  }
  return left.startsWith(".")
    ? inFile(context, { ...input, left, right })
    : inPackage(context, { ...input, left, right });
}

interface Lookup {
  readonly name: string;
  readonly span: SourceSpan;
  readonly left: string;
  readonly right: string;
}

function inFiles(
  context: NameContext,
  input: Lookup & { readonly files: readonly FileScope[] },
): NamedConstant | undefined {
  const { left, right, files } = input;
  for (const { file } of files) {
    const found = exportedConstants(file).find(({ name }) => name === right);
    if (found !== undefined) {
      return { reference: { name: right, module: file.path }, json: found.json };
    }
  }
  if (files.some((file) => isBroken(file.package))) {
    return undefined;
  }
  const hidden = files.some(({ file }) => file.constants.some(({ name }) => name === right));
  const names = files.flatMap(({ file }) => exportedConstants(file).map(({ name }) => name));
  const near = didYouMean({ word: right, candidates: names });
  const hint = hidden
    ? `write 'export' in front of '${right}'`
    : left === ""
      ? near
      : near?.replace(/'(.*)'/, `'${left}.$1'`);
  return wrong(context, { ...input, hint });
}

function inFile(context: NameContext, input: Lookup): NamedConstant | undefined {
  const { left, right } = input;
  const target = moduleTarget({ ...context, module: left });
  if (target !== undefined && target !== "runtime") {
    // What a file hands on from others is not followed.
    const handsOn = target.file.exports.some(({ module }) => module !== undefined);
    return handsOn && !exportedConstants(target.file).some(({ name }) => name === right)
      ? { reference: { name: right, module: target.file.path }, json: undefined }
      : inFiles(context, { ...input, files: [target] });
  }
  const path = modulePath({ from: context.scope.file.path, module: left });
  if (path === undefined) {
    return wrong(context, { ...input, hint: `'${left}' leads out of the project` });
  }
  const has = ({ file }: FileScope): boolean =>
    exportedConstants(file).some(({ name }) => name === right);
  const missing = missingSource({ ...context, module: left, has });
  if (missing !== undefined) {
    const { near } = missing;
    const hint = near === undefined ? missing.hint : `did you mean '${near}.${right}'?`;
    return wrong(context, { ...input, hint });
  }
  return {
    reference: { name: right, module: path.replace(/(?:\.[cm]?[jt]s)?$/, ".ts") },
    json: undefined,
  };
}

function inPackage(context: NameContext, input: Lookup): NamedConstant | undefined {
  const { left, right } = input;
  const [first = "", ...rest] = left.split("/");
  // A package of npm has no dot before a slash: this is a Go path, or a version that does not exist.
  if (first.includes(".") && !first.startsWith("@") && rest.length > 0) {
    return wrong(context, { ...input, hint: "name a TypeScript module, not a Go package" });
  }
  return left === runtimeModule || left.startsWith(`${runtimeModule}/`)
    ? wrong(context, { ...input, hint: `${runtimeModule} has no constants for defaults` })
    : { reference: { name: right, module: left }, json: undefined };
}

/** The constants that a file exports, by the names under which it does. */
export function exportedConstants(file: FileSyntax): readonly {
  readonly name: string;
  readonly json: DefaultValue["json"];
}[] {
  const named = file.exports.flatMap(({ module, names }) =>
    module === undefined ? (names ?? []) : [],
  );
  return file.constants.flatMap(({ name, exported, literal }) => {
    const others = named.filter(({ local }) => local === name).map((one) => one.name);
    return [...(exported ? [name] : []), ...others].map((one) => ({ name: one, json: literal }));
  });
}

function wrong(
  context: NameContext,
  input: Pick<Lookup, "name" | "span"> & { readonly hint: string | undefined },
): undefined {
  const { name, span, hint } = input;
  context.report(diagnostic("model/default-constant", { name }, { span, hint }));
  return undefined;
}
