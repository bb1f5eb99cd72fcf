import { namedType } from "../copy/index.js";
import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import {
  type ApiType,
  type ApiVersion,
  allMembers,
  ancestors,
  type BuiltinName,
  builtins,
  resolveAliases,
  type TypeExpression,
  typeById,
} from "../model/index.js";
import {
  conversionFile,
  fileValue,
  type ImportSymbol,
  runtimeValue,
  typeSymbol,
} from "../render/index.js";
import { readyFunction } from "./by-hand.js";
import type { Problem } from "./convert.js";
import { type Conversions, nameOf, type Pair } from "./pairs.js";
import type { Scope } from "./scope.js";
import { titlesOf } from "./titles.js";
import type { BodyView, FunctionView, GroupVersionKindView, KindView } from "./view.js";

/** The functions of one pair, what the scheme is told of it, and what is wrong with it. */
export interface ConvertedPair {
  readonly functions: readonly FunctionView[];
  readonly kinds: readonly KindView[];
  /** Where a function has to be written by hand. */
  readonly unsolved: Unsolved | undefined;
}

/** A pair whose function nobody has written yet. */
export interface Unsolved {
  readonly pair: Pair;
  readonly problems: readonly [Problem, ...Problem[]];
  /** Required members that a generated function leaves out; undefined where there is none to call. */
  readonly missing: readonly string[] | undefined;
}

/** Writes the function of a pair: `convert_X_To_Y`, or `autoConvert_X_To_Y` for the one that is written by hand. */
export function convertedPair(input: {
  readonly conversions: Conversions;
  readonly scope: Scope;
  readonly pair: Pair;
}): ConvertedPair {
  const { conversions, scope, pair } = input;
  const { from, to } = pair;
  const name = nameOf(pair);
  const handWritten = conversions.handWritten({ from: from.id, to: to.id });
  const { body, missing, problems } = pairBody({ scope, pair });
  const by = handWritten === undefined ? name : name.replace(/^convert_/, "autoConvert_");
  const titles = titlesOf({ scope, pair });
  const fromTo = `${titles.from} to ${titles.to}`;
  const own: readonly FunctionView[] =
    body === undefined
      ? []
      : [
          {
            name: by,
            exported: true,
            description:
              handWritten === undefined
                ? `Converts ${fromTo}, into a fresh object.`
                : `What ${name} need not do by hand: converts members of the same name and type.`,
            from: namedType(typeSymbol(from)),
            to: namedType(typeSymbol(to)),
            without: handWritten === undefined ? [] : missing,
            body,
          },
        ];
  const call = fileValue({ name, path: handWritten?.module ?? conversionFile(pair.version) });
  const [first, ...others] = problems;
  return {
    functions: [...own, ...scope.takeInline()],
    kinds: kindOf({ scope, pair, call }),
    unsolved:
      handWritten === undefined && first !== undefined
        ? { pair, problems: [first, ...others], missing: body === undefined ? undefined : missing }
        : undefined,
  };
}

/** Says that a function has to be written by hand, and prints it. */
export function missingConversion(input: {
  readonly scope: Scope;
  readonly unsolved: Unsolved;
  /** Names of all functions of the version that have to be written by hand. */
  readonly unwritten: ReadonlySet<string>;
  /** Of relative imports: `js`. */
  readonly extension: string;
}): Diagnostic {
  const { scope, unsolved, unwritten, extension } = input;
  const { pair, problems, missing } = unsolved;
  return diagnostic(
    "generate/missing-conversion",
    {
      ...titlesOf({ scope, pair }),
      problems: problems.map((one) => `'${one.name}' ${one.reason}`).join(", "),
    },
    {
      span: problems[0].span,
      hint: readyFunction({ scope, pair, problems, missing, unwritten, extension }),
    },
  );
}

interface PairBody {
  /** Undefined where only a function written by hand can do it. */
  readonly body: BodyView | undefined;
  readonly missing: readonly string[];
  readonly problems: readonly Problem[];
}

function pairBody(input: { readonly scope: Scope; readonly pair: Pair }): PairBody {
  const { scope, pair } = input;
  const { from, to } = pair;
  const [fromForm, toForm] = [formOf(scope, from), formOf(scope, to)];
  const impossible = (name: string, reason: string): PairBody => ({
    body: undefined,
    missing: [],
    problems: [{ name, reason, span: from.span }],
  });
  const call = functionOfNamed({ scope, pair });
  if (call !== undefined) {
    return { body: { template: "conversion-gen/body/call", call }, missing: [], problems: [] };
  }
  if (fromForm.kind === "union" && toForm.kind === "union") {
    const choice = scope.choice({ from: fromForm, to: toForm });
    if (choice.misfit !== undefined) return impossible(fromForm.discriminant, choice.misfit);
    const { access, cases } = choice;
    return {
      body: { template: "conversion-gen/body/choice", access, cases },
      missing: [],
      problems: [],
    };
  }
  if (fromForm.kind === "union" || toForm.kind === "union") {
    return impossible(from.name, "is a union in one of them only");
  }
  const bases = basesOf(scope, from);
  const others = basesOf(scope, to);
  const unlike = [...bases, ...others].find(
    (base) => !bases.includes(base) || !others.includes(base),
  );
  if (unlike !== undefined) return impossible(from.name, `extends ${unlike} in one of them only`);
  const { group, version } = scope.versionOf(to.id);
  const { members, problems, missing } = scope.members({
    from: allMembers(scope.types, from),
    to: allMembers(scope.types, to),
    fromType: namedType(typeSymbol(from)),
    toType: namedType(typeSymbol(to)),
    path: `${scope.versionOf(from.id).version}_${from.name}`,
    meta: bases.includes("TypeMeta")
      ? { apiVersion: apiVersionOf({ group, version }), kind: to.name }
      : undefined,
    bases: bases
      .filter((base) => base !== "TypeMeta" && builtins[base].copy === "function")
      .map((base) => runtimeValue(`deepCopy${base}`)),
  });
  return { body: { template: "conversion-gen/body/members", ...members }, missing, problems };
}

/** The function for the types that two aliases stand for; a kind says by its name what it is, so that it has its own. */
function functionOfNamed(input: {
  readonly scope: Scope;
  readonly pair: Pair;
}): ImportSymbol | undefined {
  const { scope, pair } = input;
  const [from, to] = [pair.from, pair.to].map((type) => {
    const named = resolveAliases(scope.types, { kind: "reference", id: type.id });
    return named.kind === "reference" && named.id !== type.id ? named.id : undefined;
  });
  if (from === undefined || to === undefined || basesOf(scope, pair.to).includes("TypeMeta")) {
    return undefined;
  }
  const found = scope.functionFor({ from, to });
  return found === "drop" ? undefined : found;
}

type Form =
  | { readonly kind: "members" }
  | Extract<TypeExpression, { readonly form: "discriminated" }>;

function formOf(scope: Scope, type: ApiType): Form {
  const resolved = resolveAliases(scope.types, { kind: "reference", id: type.id });
  return resolved.kind === "union" && resolved.form === "discriminated"
    ? resolved
    : { kind: "members" };
}

/** The types of crd-runtime that a type extends. */
function basesOf(scope: Scope, type: ApiType): readonly BuiltinName[] {
  const resolved = resolveAliases(scope.types, { kind: "reference", id: type.id });
  const declared = resolved.kind === "reference" ? scope.types.get(resolved.id) : undefined;
  const found = ancestors(scope.types, declared ?? type);
  return [...new Set(found.flatMap((one) => (one.kind === "builtin" ? [one.name] : [])))];
}

/** What the scheme is told of functions written by hand for kinds that have no generated one. */
export function explicitKinds(input: {
  readonly conversions: Conversions;
  readonly scope: Scope;
  readonly version: ApiVersion;
}): readonly KindView[] {
  const { conversions, scope, version } = input;
  return conversions.explicit(version).flatMap((one) => {
    const [from, to] = [typeById(scope.types, one.from), typeById(scope.types, one.to)];
    const call = fileValue({ name: one.name, path: one.module });
    const kinds = kindOf({ scope, pair: { from, to }, call });
    if (kinds.length > 0) conversions.handWritten(one);
    return kinds;
  });
}

/** The scheme converts what says what it is: kinds and their lists. */
function kindOf(input: {
  readonly scope: Scope;
  readonly pair: Pick<Pair, "from" | "to">;
  readonly call: ImportSymbol;
}): readonly KindView[] {
  const { scope, pair, call } = input;
  const isKind = [pair.from, pair.to].every((type) => basesOf(scope, type).includes("TypeMeta"));
  const of = (type: ApiType): GroupVersionKindView => {
    const { group, version } = scope.versionOf(type.id);
    return { group, version, kind: type.name };
  };
  return isKind ? [{ from: of(pair.from), to: of(pair.to), function: call }] : [];
}

/** `example.com/v1`; `v1` in the core group. */
function apiVersionOf(input: { readonly group: string; readonly version: string }): string {
  return input.group === "" ? input.version : `${input.group}/${input.version}`;
}
