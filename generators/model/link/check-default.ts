import { diagnostic, didYouMean } from "../../diagnostics/index.js";
import { isJsonObject } from "../json.js";
import { allMembers, ancestors, insideOf, resolveAliases, type TypesById } from "../lookup.js";
import type { ApiType, DefaultValue, JsonValue, Member, TypeExpression } from "../types.js";
import { builtinProblem } from "./check-builtin.js";
import type { Report } from "./report.js";

/** What is wrong with a value, and where in it. */
interface Problem {
  /** `.zones[0]`; empty for the value itself. */
  readonly at: string;
  readonly problem: string;
  readonly hint?: string | undefined;
}

interface Value {
  readonly types: TypesById;
  readonly type: TypeExpression;
  readonly value: JsonValue;
  readonly at: string;
}

/** Reports the defaults of a type and its members that its types do not allow. */
export function checkDefaults(input: {
  readonly types: TypesById;
  readonly type: ApiType;
  readonly report: Report;
}): void {
  const { types, type, report } = input;
  const { declaration, defaulting } = type;
  const own: TypeExpression = { kind: "reference", id: type.id };
  checkDefault({ types, report, name: type.name, type: own, value: defaulting.default });
  if (declaration.kind === "interface") {
    checkMembers({ types, report, members: declaration.members });
  } else {
    checkInside({ types, report, type: declaration.type });
  }
}

interface Check {
  readonly types: TypesById;
  readonly report: Report;
}

function checkMembers(input: Check & { readonly members: readonly Member[] }): void {
  const { types, report } = input;
  for (const { name, type, default: value } of input.members) {
    if (value !== undefined) checkDefault({ types, report, name, type, value });
    checkInside({ types, report, type });
  }
}

/** Inline objects have members of their own. */
function checkInside(input: Check & { readonly type: TypeExpression }): void {
  const { types, report, type } = input;
  if (type.kind === "object") {
    checkMembers({ types, report, members: type.members });
  }
  for (const inside of insideOf(type)) {
    checkInside({ types, report, type: inside });
  }
}

function checkDefault(
  input: Check & {
    readonly name: string;
    readonly type: TypeExpression;
    readonly value: DefaultValue | undefined;
  },
): void {
  const { types, type, value } = input;
  if (value?.json === undefined) {
    return;
  }
  const found = problemOf({ types, type, value: value.json.value, at: "" });
  if (found !== undefined) {
    const problem =
      found.at === "" ? found.problem : `${found.at.replace(/^\./, "")}: ${found.problem}`;
    const place = { span: value.span, hint: found.hint };
    input.report(diagnostic("model/default-value", { name: input.name, problem }, place));
  }
}

function problemOf(input: Value): Problem | undefined {
  const { types, value, at } = input;
  const type = resolveAliases(types, input.type);
  switch (type.kind) {
    case "string":
    case "boolean":
    case "number":
      return typeof value === type.kind ? undefined : mismatch({ ...input, type });
    case "builtin": {
      const problem = builtinProblem({ name: type.name, value });
      return problem === undefined ? undefined : { at, problem };
    }
    case "enum":
      return enumProblem({ ...input, values: type.values });
    case "nullable":
      return value === null ? undefined : problemOf({ ...input, type: type.type });
    case "array":
      return Array.isArray(value)
        ? firstOf(
            value.map((item, index) =>
              problemOf({ types, type: type.element, value: item, at: `${at}[${index}]` }),
            ),
          )
        : mismatch({ ...input, type });
    case "tuple":
      return tupleProblem({ ...input, type });
    case "map":
      return isJsonObject(value)
        ? firstOf(
            Object.entries(value).map(([key, one]) =>
              problemOf({ types, type: type.value, value: one, at: `${at}.${key}` }),
            ),
          )
        : mismatch({ ...input, type });
    case "object":
      return membersProblem({ ...input, type, members: type.members, filled: false, open: false });
    case "reference": {
      const declared = types.get(type.id);
      return declared === undefined ? undefined : declaredProblem({ ...input, type, declared });
    }
    case "union":
      return unionProblem({ ...input, type });
  }
}

function tupleProblem(
  input: Value & { readonly type: Extract<TypeExpression, { readonly kind: "tuple" }> },
): Problem | undefined {
  const { types, type, value, at } = input;
  const { elements } = type;
  if (!Array.isArray(value)) return mismatch({ ...input, type });
  if (value.length !== elements.length) {
    return { at, problem: `${JSON.stringify(value)} has not ${elements.length} items` };
  }
  return firstOf(
    elements.map((element, index) =>
      problemOf({ types, type: element, value: value[index] ?? null, at: `${at}[${index}]` }),
    ),
  );
}

function firstOf(problems: readonly (Problem | undefined)[]): Problem | undefined {
  return problems.find((one) => one !== undefined);
}

const typeNames = {
  string: "string",
  boolean: "boolean",
  number: "number",
  array: "list",
  tuple: "list",
  map: "object",
  object: "object",
  reference: "object",
} as const;

function mismatch(input: {
  readonly type: { readonly kind: keyof typeof typeNames };
  readonly value: JsonValue;
  readonly at: string;
}): Problem {
  const { type, value, at } = input;
  const text = JSON.stringify(value);
  const quotable = type.kind === "string" && at === "" && typeof value !== "object";
  return {
    at,
    problem: `${text} is no ${typeNames[type.kind]}`,
    hint: quotable ? `write '"${text}"'` : undefined,
  };
}

function enumProblem(
  input: Value & { readonly values: readonly JsonValue[] },
): Problem | undefined {
  const { value, values, at } = input;
  if (values.includes(value)) {
    return undefined;
  }
  const allowed = values.map((one) => JSON.stringify(one));
  const text = JSON.stringify(value);
  return {
    at,
    problem: `${text} is not among ${allowed.join(", ")}`,
    hint: didYouMean({ word: text, candidates: allowed }),
  };
}

function declaredProblem(
  input: Value & { readonly type: { readonly kind: "reference" }; readonly declared: ApiType },
): Problem | undefined {
  const { types, declared } = input;
  const above = ancestors(types, declared);
  const family = above.flatMap((one) =>
    one.kind === "reference" ? (types.get(one.id) ?? []) : [],
  );
  return membersProblem({
    ...input,
    members: allMembers(types, declared),
    // A function may fill in what the default lacks.
    filled: [declared, ...family].some(
      ({ defaulting }) => defaulting.functions.length > 0 || defaulting.complete !== undefined,
    ),
    // The members of types of crd-runtime are not known here.
    open: above.some((one) => one.kind === "builtin"),
  });
}

function membersProblem(
  input: Omit<Value, "type"> & {
    readonly type: { readonly kind: "object" | "reference" };
    readonly members: readonly Member[];
    readonly filled: boolean;
    readonly open: boolean;
  },
): Problem | undefined {
  const { types, value, at, members } = input;
  if (!isJsonObject(value)) {
    return mismatch(input);
  }
  const byName = new Map(members.map((member) => [member.name, member]));
  const unknown = Object.keys(value).find((name) => !byName.has(name));
  if (unknown !== undefined && !input.open) {
    const hint = didYouMean({ word: unknown, candidates: byName.keys() });
    return { at, problem: `there is no member '${unknown}'`, hint };
  }
  const missing = members.find(
    (member) =>
      !Object.hasOwn(value, member.name) && !member.optional && !isDefaulted({ types, member }),
  );
  if (missing !== undefined && !input.filled) {
    return { at, problem: `the member '${missing.name}' is missing` };
  }
  return firstOf(
    Object.entries(value).map(([name, one]) => {
      const type = byName.get(name)?.type;
      return type && problemOf({ types, type, value: one, at: `${at}.${name}` });
    }),
  );
}

function isDefaulted(input: { readonly types: TypesById; readonly member: Member }): boolean {
  const { types, member } = input;
  const type = member.type.kind === "reference" ? types.get(member.type.id) : undefined;
  return member.default !== undefined || type?.defaulting.default !== undefined;
}

function unionProblem(
  input: Value & { readonly type: Extract<TypeExpression, { readonly kind: "union" }> },
): Problem | undefined {
  const { type, value, at } = input;
  switch (type.form) {
    case "orBoolean":
      return typeof value === "boolean" ? undefined : problemOf({ ...input, type: type.type });
    case "oneOrMany":
      return Array.isArray(value)
        ? problemOf({ ...input, type: { kind: "array", element: type.type } })
        : problemOf({ ...input, type: type.type });
    case "discriminated": {
      if (!isJsonObject(value)) {
        return mismatch({ value, at, type: { kind: "object" } });
      }
      const { discriminant, members } = type;
      const chosen = members.find((member) => member.value === value[discriminant]);
      return chosen === undefined
        ? enumProblem({
            ...input,
            value: value[discriminant] ?? null,
            values: members.map((member) => member.value),
            at: `${at}.${discriminant}`,
          })
        : problemOf({ ...input, type: { kind: "reference", id: chosen.id } });
    }
  }
}
