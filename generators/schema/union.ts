import { celName, type ValidationRule } from "../model/index.js";
import { sortedNames } from "./merge.js";
import type { JSONSchemaProps } from "./schema.js";
import { shareProperty } from "./shared-property.js";

/** One interface of a discriminated union. */
export interface UnionMember {
  /** Value of the discriminant. */
  readonly value: string;
  readonly schema: JSONSchemaProps;
}

export interface UnionSchema {
  readonly schema: JSONSchemaProps;
  /** Properties whose members' types no single schema covers: any value of them is accepted. */
  readonly unchecked: readonly string[];
  /** Properties whose rules in CEL are left out, as the members differ in them. */
  readonly unruled: readonly string[];
  /** Properties whose default is left out: it would be set whichever member of the union an object is. */
  readonly undefaulted: readonly string[];
}

/** A member while its branch of `oneOf` is put together. */
interface Branch {
  readonly properties: ReadonlyMap<string, JSONSchemaProps>;
  readonly required: ReadonlySet<string>;
  /** The schema of the member is not known in full: nothing can be forbidden. */
  readonly open: boolean;
  readonly checks: Map<string, JSONSchemaProps>;
  /** How many members an object has. */
  readonly sizes: JSONSchemaProps;
}

function branchOf(input: { readonly discriminant: string; readonly member: UnionMember }): Branch {
  const { schema, value } = input.member;
  return {
    properties: new Map(
      Object.entries(schema.properties ?? {}).map(([name, { default: _, ...rest }]) => [
        name,
        rest,
      ]),
    ),
    required: new Set([input.discriminant, ...(schema.required ?? [])]),
    open: schema["x-kubernetes-preserve-unknown-fields"] === true,
    checks: new Map([[input.discriminant, { enum: [value] }]]),
    sizes: {
      ...(schema.minProperties !== undefined && { minProperties: schema.minProperties }),
      ...(schema.maxProperties !== undefined && { maxProperties: schema.maxProperties }),
    },
  };
}

function anyRequired(names: readonly string[]): JSONSchemaProps {
  const conditions = names.map((name) => ({ required: [name] }));
  const [only] = conditions;
  return conditions.length === 1 && only !== undefined ? only : { anyOf: conditions };
}

/** The rules of one member, which hold where the discriminant says that it is the one. */
function rulesOf(input: {
  readonly discriminant: string;
  readonly member: UnionMember;
}): readonly ValidationRule[] {
  const { schema, value } = input.member;
  const other = `self.${celName(input.discriminant)} != ${JSON.stringify(value)}`;
  return (schema["x-kubernetes-validations"] ?? []).map((one) => ({
    ...one,
    rule: `${other} || (${one.rule})`,
  }));
}

function branchSchema(input: {
  readonly branch: Branch;
  readonly names: readonly string[];
  readonly always: ReadonlySet<string>;
}): JSONSchemaProps {
  const { branch, names, always } = input;
  const required = sortedNames([...branch.required].filter((name) => !always.has(name)));
  const foreign = branch.open ? [] : names.filter((name) => !branch.properties.has(name));
  return {
    properties: Object.fromEntries(branch.checks),
    ...branch.sizes,
    ...(required.length === 0 ? {} : { required }),
    ...(foreign.length === 0 ? {} : { not: anyRequired(sortedNames(foreign)) }),
  };
}

/**
 * The structural schema of a discriminated union: one object with the properties of all members, and a
 * `oneOf` that ties the value of the discriminant to the properties of its member.
 */
export function discriminatedUnion(input: {
  readonly discriminant: string;
  readonly members: readonly UnionMember[];
}): UnionSchema {
  const { discriminant, members } = input;
  const branches = members.map((member) => branchOf({ discriminant, member }));
  const names = [...new Set(branches.flatMap((branch) => [...branch.properties.keys()]))].filter(
    (name) => name !== discriminant,
  );
  const description = branches
    .map((branch) => branch.properties.get(discriminant)?.description)
    .find((text) => text !== undefined);
  const properties = new Map<string, JSONSchemaProps>();
  properties.set(discriminant, {
    ...(description === undefined ? {} : { description }),
    type: "string",
    enum: members.map((member) => member.value),
  });
  const unchecked: string[] = [];
  const unruled: string[] = [];
  for (const name of names) {
    const declared = branches.flatMap((branch) => {
      const schema = branch.properties.get(name);
      return schema === undefined ? [] : [{ branch, schema }];
    });
    const shared = shareProperty(declared.map(({ schema }) => schema));
    properties.set(name, shared.schema);
    if (shared.unchecked) unchecked.push(name);
    if (shared.unruled) unruled.push(name);
    for (const [index, { branch }] of declared.entries()) {
      const check = shared.checks[index];
      if (check !== undefined && Object.keys(check).length > 0) branch.checks.set(name, check);
    }
  }
  const rules = members.flatMap((member) => rulesOf({ discriminant, member }));
  const always = new Set(
    [discriminant, ...names].filter((name) =>
      branches.every((branch) => branch.required.has(name)),
    ),
  );
  const defaulted = members.flatMap(({ schema }) =>
    Object.entries(schema.properties ?? {}).filter(([, { default: value }]) => value !== undefined),
  );
  return {
    unchecked,
    unruled,
    undefaulted: [...new Set(defaulted.map(([name]) => name))],
    schema: {
      type: "object",
      properties: Object.fromEntries(properties),
      required: sortedNames(always),
      oneOf: branches.map((branch) => branchSchema({ branch, names, always })),
      ...(rules.length > 0 && { "x-kubernetes-validations": rules }),
      ...(branches.some((branch) => branch.open)
        ? { "x-kubernetes-preserve-unknown-fields": true }
        : {}),
    },
  };
}
