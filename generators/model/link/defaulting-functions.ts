import { diagnostic, didYouMean } from "../../diagnostics/index.js";
import type { Tag } from "../source.js";
import type { DefaultingFunction, TypeDefaulting, TypeId } from "../types.js";
import { peek } from "./aliases.js";
import type { FunctionPlace } from "./deepcopy.js";
import { exportHint } from "./export-hint.js";
import { isBroken } from "./package.js";
import { placeOf, type Report } from "./report.js";
import { type Declared, type Scopes, typeIdOf } from "./scope.js";
import { siblingsOf } from "./type-names.js";

/** The functions of one type. */
export type FunctionsOf = Pick<TypeDefaulting, "complete" | "functions">;

/** A function of a version folder, exported or not, with its tags. */
export interface TaggedFunction extends FunctionPlace {
  readonly exported: boolean;
  readonly tags: readonly Tag[];
}

interface Context {
  readonly scopes: Scopes;
  readonly report: Report;
}

interface Candidate {
  readonly place: TaggedFunction;
  /** `setObjectDefaults_X`. */
  readonly whole: boolean;
  /** Behind `setDefaults_`. */
  readonly rest: string;
}

/** A function found for a type. */
interface Found {
  readonly id: TypeId;
  /** What its name adds to the type's: `_storage`, or nothing for the base function. */
  readonly suffix: string;
  readonly whole: boolean;
  readonly function: DefaultingFunction;
}

/**
 * Finds `setDefaults_X`, `setDefaults_X_more` and `setObjectDefaults_X` by name and signature, each for the type of
 * its parameter. A function whose name or signature is nearly that of one is reported: it would never be called.
 */
export function findDefaultingFunctions(
  context: Context,
  functions: readonly TaggedFunction[],
): ReadonlyMap<TypeId, FunctionsOf> {
  const byType = new Map<TypeId, Found[]>();
  for (const place of functions) {
    const candidate = candidateOf(context, place);
    const found = candidate && linkFunction(context, candidate);
    if (candidate === undefined) {
      reportCovers(context, place);
    }
    if (found === undefined) {
      continue;
    }
    const known = byType.get(found.id) ?? [];
    const same = known.find((one) => one.suffix === found.suffix && one.whole === found.whole);
    if (same === undefined) {
      byType.set(found.id, [...known, found]);
    } else {
      const hint = `'${same.function.module}' exports one already`;
      reportFunction(context, { place, problem: "the type has one", hint });
    }
  }
  return new Map([...byType].map(([id, found]) => [id, ordered(found)]));
}

/** Only functions for defaults cover anything. */
function reportCovers(context: Context, place: TaggedFunction): void {
  const tag = place.tags.find(({ name }) => name === "k8s:defaulter-gen");
  if (tag !== undefined && !/^set_?(?:object)?_?defaults?_/i.test(place.syntax.name)) {
    const names = { tag: `+${tag.name}=covers`, place: `on '${place.syntax.name}'` };
    const hint = "it belongs on a function 'setDefaults_X'";
    context.report(diagnostic("tag/misplaced", names, { span: tag.span, hint }));
  }
}

function ordered(found: readonly Found[]): FunctionsOf {
  return {
    complete: found.find(({ whole }) => whole)?.function,
    functions: found
      .filter(({ whole }) => !whole)
      .toSorted((left, right) => (left.suffix < right.suffix ? -1 : 1))
      .map((one) => one.function),
  };
}

/** Undefined for a function that has nothing to do with defaults, and for one whose name was reported. */
function candidateOf(context: Context, place: TaggedFunction): Candidate | undefined {
  const { name } = place.syntax;
  const exact = /^set(Object)?Defaults_(.+)$/.exec(name);
  if (exact !== null) {
    const candidate = { place, whole: exact[1] !== undefined, rest: exact[2] ?? "" };
    if (!place.exported) {
      const hint = exportHint(place.syntax);
      return reportFunction(context, { place, problem: "it is not exported", hint });
    }
    return candidate;
  }
  const near = /^set_?(object)?_?defaults?_?(.+)$/i.exec(name);
  const meant = near === null ? undefined : typeNamed({ ...context, place, rest: near[2] ?? "" });
  if (near !== null && meant !== undefined) {
    const prefix = near[1] === undefined ? "setDefaults_" : "setObjectDefaults_";
    const problem = `its name does not begin with '${prefix}'`;
    return reportFunction(context, { place, problem, hint: `write '${prefix}${meant}'` });
  }
  return undefined;
}

/** The name of a type of the version with which a text begins, whatever its case, and what follows. */
function typeNamed(
  input: Context & { readonly place: TaggedFunction; readonly rest: string },
): string | undefined {
  const rest = input.rest.toLowerCase();
  const name = typeNames(input)
    .filter((one) => rest === one.toLowerCase() || rest.startsWith(`${one.toLowerCase()}_`))
    .toSorted((left, right) => right.length - left.length)[0];
  return name === undefined ? undefined : name + input.rest.slice(name.length);
}

function typeNames(input: Context & { readonly place: TaggedFunction }): readonly string[] {
  const siblings = siblingsOf({ scopes: input.scopes, scope: input.place.scope });
  return siblings.flatMap(({ exported }) => [...exported.keys()]);
}

function linkFunction(context: Context, candidate: Candidate): Found | undefined {
  const { place, rest, whole } = candidate;
  const { syntax, scope } = place;
  const type = parameterType(context, place);
  const name = type?.exportedAs;
  const fits = name !== undefined && (rest === name || (!whole && rest.startsWith(`${name}_`)));
  if (type === undefined || name === undefined || !fits || !hasSignature(place)) {
    return reportWrong(context, { candidate, name: fits ? name : undefined });
  }
  const covers = place.tags.some((tag) => tag.name === "k8s:defaulter-gen");
  const span = placeOf(scope.file, syntax.span);
  return {
    id: typeIdOf(type),
    suffix: rest.slice(name.length),
    whole,
    function: { name: syntax.name, module: scope.file.path, covers, span },
  };
}

/** The declared type of the first parameter. */
function parameterType(context: Context, place: TaggedFunction): Declared | undefined {
  const { syntax, scope } = place;
  const written = syntax.parameters[0]?.type;
  if (written === undefined) {
    return undefined;
  }
  const name = { kind: "name", name: written, arguments: [], span: syntax.span } as const;
  const resolved = peek({ scopes: context.scopes, scope, syntax: name });
  return resolved?.kind === "declared" ? resolved.declared : undefined;
}

function hasSignature({ syntax }: TaggedFunction): boolean {
  const [, ...others] = syntax.parameters;
  return (
    !syntax.async &&
    !syntax.generator &&
    others.every(({ required }) => !required) &&
    (syntax.result === undefined || syntax.result === "void")
  );
}

/** By its name the function belongs to a type of the version, or to none. */
function reportWrong(
  context: Context,
  input: { readonly candidate: Candidate; readonly name: string | undefined },
): undefined {
  const { place, rest, whole } = input.candidate;
  const names = typeNames({ ...context, place });
  const type =
    input.name ??
    names
      .filter((one) => rest === one || (!whole && rest.startsWith(`${one}_`)))
      .toSorted((left, right) => right.length - left.length)[0];
  const { name } = place.syntax;
  if (type !== undefined) {
    const span = placeOf(place.scope.file, place.syntax.span);
    const hint = `write 'export function ${name}(object: ${type}): void'`;
    context.report(diagnostic("model/default-signature", { name, type }, { span, hint }));
    return undefined;
  }
  if (isBroken(place.scope.package)) {
    return undefined;
  }
  const prefix = whole ? "setObjectDefaults_" : "setDefaults_";
  const near = didYouMean({ word: rest, candidates: names });
  return reportFunction(context, {
    place,
    problem: `there is no type '${rest}'`,
    hint: near?.replace(/'(.*)'/, `'${prefix}$1'`),
  });
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
  context.report(diagnostic("model/default-function", { name, problem }, { span, hint }));
  return undefined;
}
