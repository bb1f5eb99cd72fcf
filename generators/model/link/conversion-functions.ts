import { diagnostic } from "../../diagnostics/index.js";
import { conversionName } from "../names/index.js";
import type { ConversionFunction } from "../types.js";
import { writtenTag } from "../written-tag.js";
import { peek } from "./aliases.js";
import type { TaggedFunction } from "./defaulting-functions.js";
import { exportHint } from "./export-hint.js";
import { isBroken } from "./package.js";
import { placeOf, type Report } from "./report.js";
import { type Declared, type Scopes, typeIdOf } from "./scope.js";

interface Context {
  readonly scopes: Scopes;
  readonly report: Report;
}

/**
 * Finds `convert_v1beta1_Database_To_v1_Database` by name and signature. A function whose name or signature is nearly that of
 * one is reported: it would never be called.
 */
export function findConversionFunctions(
  context: Context,
  functions: readonly TaggedFunction[],
): readonly ConversionFunction[] {
  const found = new Map<string, ConversionFunction>();
  for (const place of functions) {
    const one = linkFunction(context, place);
    if (one === undefined) {
      continue;
    }
    const key = `${one.from} ${one.to}`;
    const other = found.get(key);
    if (other === undefined) {
      found.set(key, one);
    } else {
      const hint = `'${other.module}' exports one already`;
      reportFunction(context, { place, problem: "there are two of it", hint });
    }
  }
  return [...found.values()];
}

function linkFunction(context: Context, place: TaggedFunction): ConversionFunction | undefined {
  const { syntax, scope } = place;
  const exact = /^convert_.+_To_.+$/.test(syntax.name);
  const near = /^(?:auto)?convert_?.+_?to_?.+$/i.test(syntax.name);
  const from = declaredType(context, { place, text: syntax.parameters[0]?.type });
  const to = declaredType(context, { place, text: syntax.result });
  const versions =
    from !== undefined && to !== undefined && from.scope.package !== to.scope.package;
  if (!exact && !(near && versions)) {
    return reportMode(context, place);
  }
  if (from?.exportedAs === undefined || to?.exportedAs === undefined || !hasSignature(place)) {
    return isBroken(scope.package) ? undefined : reportSignature(context, place);
  }
  const ids = { from: typeIdOf(from), to: typeIdOf(to) };
  const name = conversionName(ids);
  if (name !== syntax.name) {
    const problem = `it converts ${ids.from} to ${ids.to}`;
    return reportFunction(context, { place, problem, hint: `call it '${name}'` });
  }
  if (!place.exported) {
    const hint = exportHint(place.syntax);
    return reportFunction(context, { place, problem: "it is not exported", hint });
  }
  const tag = place.tags.find((one) => one.name === "k8s:conversion-fn");
  const mode = tag?.value === "drop" || tag?.value === "copy-only" ? tag.value : "call";
  const span = placeOf(scope.file, syntax.span);
  return { name, module: scope.file.path, ...ids, mode, span };
}

/** `Database`, `v1.Database`, `DeepReadonly<v1.Database>`. */
function declaredType(
  context: Context,
  input: { readonly place: TaggedFunction; readonly text: string | undefined },
): Declared | undefined {
  const { place, text } = input;
  const written = text?.replace(/^(?:Deep)?Readonly<(.*)>$/, "$1");
  if (written === undefined) {
    return undefined;
  }
  const { scope, syntax } = place;
  const name = { kind: "name", name: written, arguments: [], span: syntax.span } as const;
  const resolved = peek({ scopes: context.scopes, scope, syntax: name });
  return resolved?.kind === "declared" ? resolved.declared : undefined;
}

function hasSignature({ syntax }: TaggedFunction): boolean {
  const [, ...others] = syntax.parameters;
  return !syntax.async && !syntax.generator && others.every(({ required }) => !required);
}

function reportSignature(context: Context, place: TaggedFunction): undefined {
  const { name } = place.syntax;
  const span = placeOf(place.scope.file, place.syntax.span);
  const [, from = "", to = ""] = /^convert_?(.+)_to_(.+)$/i.exec(name) ?? [];
  const typeOf = (text: string): string => text.replace("_", ".");
  const hint = `write 'export function ${name}(input: DeepReadonly<${typeOf(from)}>): ${typeOf(to)}'`;
  context.report(diagnostic("model/conversion-signature", { name }, { span, hint }));
  return undefined;
}

/** Only conversions have a mode. */
function reportMode(context: Context, place: TaggedFunction): undefined {
  const tag = place.tags.find(({ name }) => name === "k8s:conversion-fn");
  if (tag !== undefined) {
    const names = { tag: writtenTag(tag), place: `on '${place.syntax.name}'` };
    const hint = "it belongs on a function 'convert_X_To_Y'";
    context.report(diagnostic("tag/misplaced", names, { span: tag.span, hint }));
  }
  return undefined;
}

function reportFunction(
  context: Context,
  input: {
    readonly place: TaggedFunction;
    readonly problem: string;
    readonly hint: string | undefined;
  },
): undefined {
  const { place, problem, hint } = input;
  const { name } = place.syntax;
  const span = placeOf(place.scope.file, place.syntax.span);
  context.report(diagnostic("model/conversion-function", { name, problem }, { span, hint }));
  return undefined;
}
