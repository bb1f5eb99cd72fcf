import { isDeepStrictEqual } from "node:util";
import { allMembers, type Member, resolveAliases } from "../model/index.js";
import { conversionFile, memberAccess, memberKey, relativeModule } from "../render/index.js";
import { nameOf, type Pair } from "./pairs.js";
import type { Scope } from "./scope.js";

/**
 * A function that does by hand what a generated one cannot, for the user to complete: it compiles once `regenerate` has
 * written the function that it calls. What is missing is taken from a member that only the old type has, where the types of
 * both are the same.
 */
export function readyFunction(input: {
  readonly scope: Scope;
  readonly pair: Pair;
  readonly missing: readonly string[];
  /** Of relative imports: `js`. */
  readonly extension: string;
}): string {
  const { scope, pair, missing } = input;
  const { from, to } = pair;
  const name = nameOf(pair);
  const [fromVersion, toVersion] = versionNames(input);
  const auto = `${name.replace(/^convert_/, "autoConvert_")}(input)`;
  const old = allMembers(scope.types, from);
  const added = allMembers(scope.types, to).filter((member) => missing.includes(member.name));
  const lines = added.map((member) => {
    const zero = zeroOf(scope, member);
    const same = old.find(({ name: one }) => one === member.name);
    const value =
      same === undefined
        ? (renamed({ member, old, known: allMembers(scope.types, to) }) ?? zero)
        : isValue(same) && sameType(same, member)
          ? `input${memberAccess(member.name)} ?? ${zero}`
          : zero;
    return `    ${memberKey(member.name)}: ${value},`;
  });
  return [
    "write it, for example in conversion.ts:",
    ...importLines(input),
    "",
    `export function ${name}(`,
    `  input: DeepReadonly<${fromVersion}.${from.name}>,`,
    `): ${toVersion}.${to.name} {`,
    ...(lines.length === 0
      ? [`  return ${auto};`]
      : ["  return {", `    ...${auto},`, ...lines, "  };"]),
    "}",
  ].join("\n");
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
function importLines(input: NamesInput & { readonly extension: string }): readonly string[] {
  const { scope, pair, extension } = input;
  const { directory } = pair.version;
  const path = (to: string): string =>
    relativeModule({ from: `${directory}/conversion.ts`, to, extension });
  const names = versionNames({ scope, pair });
  const types = [pair.from, pair.to].map((type, index) => ({
    name: names[index] ?? "",
    path: path(type.file),
  }));
  const auto = nameOf(pair).replace(/^convert_/, "autoConvert_");
  return [
    'import type { DeepReadonly } from "crd-runtime";',
    ...types
      .toSorted((a, b) => (a.path < b.path ? -1 : 1))
      .map((type) => `import type * as ${type.name} from "${type.path}";`),
    `import { ${auto} } from "${path(conversionFile(pair.version))}";`,
  ];
}

/** The only member of the old type that the new one does not have and whose type is this one's. */
function renamed(input: {
  readonly member: Member;
  readonly old: readonly Member[];
  readonly known: readonly Member[];
}): string | undefined {
  const { member, old, known } = input;
  const [only, ...others] = old.filter(
    (one) =>
      !one.optional &&
      isValue(one) &&
      known.every(({ name }) => name !== one.name) &&
      sameType(one, member),
  );
  return only === undefined || others.length > 0 ? undefined : `input${memberAccess(only.name)}`;
}

function sameType(one: Member, other: Member): boolean {
  return isDeepStrictEqual(one.type, other.type);
}

/** What is handed over as it is. */
function isValue({ type }: Member): boolean {
  return ["string", "boolean", "number", "enum"].includes(type.kind);
}

/** A value with which the example compiles. */
function zeroOf(scope: Scope, member: Member): string {
  const type = resolveAliases(scope.types, member.type);
  switch (type.kind) {
    case "string":
      return '""';
    case "boolean":
      return "false";
    case "number":
      return "0";
    case "enum":
      return JSON.stringify(type.values[0]);
    case "array":
      return "[]";
    case "nullable":
      return "null";
    case "builtin":
      return /^(?:int|float|double)/.test(type.name) ? "0" : '""';
    default:
      return "{}";
  }
}
