import { isDeepStrictEqual } from "node:util";
import { allMembers, type Member, resolveAliases } from "../model/index.js";
import { memberAccess, memberKey } from "../render/index.js";
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
}): string {
  const { scope, pair, missing } = input;
  const { from, to } = pair;
  const name = nameOf(pair);
  const [fromVersion, toVersion] = [from, to].map((type) => scope.versionOf(type.id).version);
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
    `export function ${name}(`,
    `  input: DeepReadonly<${fromVersion}.${from.name}>,`,
    `): ${toVersion}.${to.name} {`,
    ...(lines.length === 0
      ? [`  return ${auto};`]
      : ["  return {", `    ...${auto},`, ...lines, "  };"]),
    "}",
  ].join("\n");
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
