import { isDeepStrictEqual } from "node:util";
import { allMembers, type Member, resolveAliases } from "../model/index.js";
import {
  conversionFile,
  fileValue,
  type ImportSymbol,
  memberAccess,
  memberKey,
  quoted,
  relativeModule,
} from "../render/index.js";
import type { Problem } from "./convert.js";
import { nameOf, type Pair } from "./pairs.js";
import type { Scope } from "./scope.js";
import { isValue, optionalValue, requiredValue } from "./taken-over.js";
import { titlesOf } from "./titles.js";
import { zeroOf } from "./zero.js";

interface Input {
  readonly scope: Scope;
  readonly pair: Pair;
  readonly problems: readonly Problem[];
  /** Required members that a generated function leaves out; undefined where there is none to call. */
  readonly missing: readonly string[] | undefined;
  /** Functions that stand beside the printed one once they are written. */
  readonly unwritten: ReadonlySet<string>;
  /** Of relative imports: `js`. */
  readonly extension: string;
}

/**
 * A function that does by hand what a generated one cannot, for the user to complete: it compiles once `regenerate` has
 * written the functions that it calls. What a member of the same name says is taken over where the other type has it, too;
 * what is missing is taken from a member that only the old type has, where the types of both are the same. What it leaves
 * out it names: nobody who copies it shall lose a member unawares.
 */
export function readyFunction(input: Input): string {
  const { pair } = input;
  const { from, to } = pair;
  const [fromVersion, toVersion] = versionNames(input);
  const { calls, statements } = bodyOf(input);
  return [
    `write it, for example in ${fileOf(pair)}:`,
    ...importLines({ ...input, calls }),
    "",
    `export function ${nameOf(pair)}(`,
    `  input: DeepReadonly<${fromVersion}.${from.name}>,`,
    `): ${toVersion}.${to.name} {`,
    ...statements.map((line) => `  ${line}`),
    "}",
  ].join("\n");
}

/** Beside the generated file. */
function fileOf({ version }: Pair): string {
  return `${version.directory}/conversion.ts`;
}

interface Body {
  readonly calls: readonly ImportSymbol[];
  readonly statements: readonly string[];
}

function bodyOf(input: Input): Body {
  const { pair, missing } = input;
  if (missing === undefined) return choiceOf(input) ?? { calls: [], statements: [refusal(input)] };
  const name = nameOf(pair).replace(/^convert_/, "autoConvert_");
  const calls = [fileValue({ name, path: conversionFile(pair.version) })];
  const lines = memberLines({ ...input, missing });
  const known = new Set(lines.flatMap((line) => [line.member, line.from]));
  const leftOut = input.problems
    .filter((problem) => !known.has(problem.name))
    .map((problem) => `// Left out: '${problem.name}' ${problem.reason}.`);
  if (lines.length === 0) return { calls, statements: [...leftOut, `return ${name}(input);`] };
  const members = [`...${name}(input),`, ...lines.map(({ text }) => text)];
  const statements = [...leftOut, "return {", ...members.map((line) => `  ${line}`), "};"];
  return { calls, statements };
}

/** The alternatives of a union that the other one has, too. */
function choiceOf({ scope, pair }: Input): Body | undefined {
  const [from, to] = [pair.from, pair.to].map((type) =>
    resolveAliases(scope.types, { kind: "reference", id: type.id }),
  );
  if (from?.kind !== "union" || from.form !== "discriminated") return undefined;
  if (to?.kind !== "union" || to.form !== "discriminated") return undefined;
  if (from.discriminant !== to.discriminant) return undefined;
  const cases = from.members.flatMap(({ id, value }) => {
    const target = to.members.find((member) => member.value === value);
    const call = target && scope.functionFor({ from: id, to: target.id });
    return call === undefined || call === "drop" ? [] : [{ value, call }];
  });
  const statements = [
    `switch (input${memberAccess(from.discriminant)}) {`,
    ...cases.flatMap(({ value, call }) => [
      `  case ${quoted(value)}:`,
      `    return ${call.name}(input);`,
    ]),
    "  default:",
    `    ${refusal({ scope, pair })}`,
    "}",
  ];
  return { calls: cases.map(({ call }) => call), statements };
}

function refusal({ scope, pair }: Pick<Input, "scope" | "pair">): string {
  const { to } = titlesOf({ scope, pair });
  return `throw new Error(\`there is no ${to} for \${JSON.stringify(input)}\`);`;
}

interface MemberLine {
  readonly text: string;
  readonly member: string;
  /** The member of another name that it takes its value from. */
  readonly from?: string;
}

function memberLines(
  input: Input & { readonly missing: readonly string[] },
): readonly MemberLine[] {
  const { scope, pair, missing } = input;
  const old = allMembers(scope.types, pair.from);
  const known = allMembers(scope.types, pair.to);
  return known.flatMap((member): readonly MemberLine[] => {
    const same = old.find(({ name }) => name === member.name);
    const key = memberKey(member.name);
    if (!missing.includes(member.name)) {
      const value = same && optionalValue({ scope, same, member });
      return value === undefined ? [] : [{ member: member.name, text: `...(${value}),` }];
    }
    const zero = zeroOf(scope, member.type);
    if (same !== undefined) {
      const value = requiredValue({ scope, same, member, zero });
      return [{ member: member.name, text: `${key}: ${value ?? zero},` }];
    }
    const source = renamed({ member, old, known });
    if (source === undefined) return [{ member: member.name, text: `${key}: ${zero},` }];
    const text = `${key}: input${memberAccess(source)},`;
    return [{ member: member.name, from: source, text }];
  });
}

interface NamesInput {
  readonly scope: Scope;
  readonly pair: Pair;
}

/** What the versions of both types are imported as: their names, with the groups where these do not tell them apart. */
function versionNames({ scope, pair }: NamesInput): readonly [string, string] {
  const [from, to] = [scope.versionOf(pair.from.id), scope.versionOf(pair.to.id)];
  if (from.version !== to.version) return [identifier(from.version), identifier(to.version)];
  return [identifier(`${from.group}_${from.version}`), identifier(`${to.group}_${to.version}`)];
}

function identifier(text: string): string {
  return text.replaceAll(/[^A-Za-z0-9]/g, "_").replace(/^\d/, "_$&");
}

/** For a file beside the one that holds the functions. */
function importLines(
  input: NamesInput &
    Pick<Input, "unwritten" | "extension"> & { readonly calls: readonly ImportSymbol[] },
): readonly string[] {
  const { scope, pair, unwritten, extension } = input;
  const from = fileOf(pair);
  const path = (to: string): string => relativeModule({ from, to, extension });
  const names = versionNames({ scope, pair });
  const types = [pair.from, pair.to].map((type, index) => ({
    name: names[index] ?? "",
    path: path(type.file),
  }));
  const calls = input.calls.filter(({ name, module }) => module !== from && !unwritten.has(name));
  const modules = new Set(calls.map(({ module }) => module));
  return [
    'import type { DeepReadonly } from "crd-runtime";',
    ...types
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
      .map((type) => `import type * as ${type.name} from "${type.path}";`),
    ...[...modules].map((module) => {
      const names = calls.filter((call) => call.module === module).map(({ name }) => name);
      return `import { ${names.join(", ")} } from "${path(module)}";`;
    }),
  ];
}

/** The name of the only member of the old type that the new one does not have and whose type is this one's. */
function renamed(input: {
  readonly member: Member;
  readonly old: readonly Member[];
  readonly known: readonly Member[];
}): string | undefined {
  const { member, old, known } = input;
  const [only, ...others] = old.filter(
    (one) =>
      !one.optional &&
      isValue(one.type) &&
      known.every(({ name }) => name !== one.name) &&
      sameType(one, member),
  );
  return only === undefined || others.length > 0 ? undefined : only.name;
}

function sameType(one: Member, other: Member): boolean {
  return isDeepStrictEqual(one.type, other.type);
}
