import {
  type ApiType,
  allMembers,
  ancestors,
  type Constraint,
  constraintsOf,
  isImported,
  type Member,
  type ModelIndex,
  resolveAliases,
  schemaNames,
  type Tag,
  type TypeExpression,
  type TypeId,
  typeById,
} from "../model/index.js";
import {
  fileValue,
  type ImportSymbol,
  memberKey,
  quoted,
  schemasFile,
  typeSymbol,
  zodValue,
} from "../render/index.js";
import {
  checksOf,
  inside,
  keepsUnknown,
  nonEmptyChecks,
  own,
  requiredCheck,
  ruleChecks,
} from "./checks.js";
import { apart, elementOf, entryOf, itemOf, memberOf, type Place, root } from "./place.js";
import type { BaseView, ExpressionView, PartView } from "./view.js";

/** What is known while schemas are written. */
export interface Context {
  readonly index: ModelIndex;
  /** `+kubebuilder:validation:Optional` stands in the doc.ts of the version. */
  readonly optionalByDefault: boolean;
  /** The file that is written. */
  readonly file: string;
}

/** Where an expression stands, and what was taken out of it. */
interface Within extends Context {
  /** Its declared type. */
  readonly owner: ApiType;
  readonly place: Place;
  readonly parts: PartView[];
}

/** How deep lists, maps and objects lie in each other in one schema: tsc ends at about twice as many. */
const deepest = 8;

const z: ImportSymbol = { name: "z", module: "zod", moduleKind: "package", typeOnly: false };

/** The schema of a declared type, with the parts of it that are schemas of their own. */
export function typeExpression(
  context: Context,
  type: ApiType,
): { readonly expression: ExpressionView; readonly parts: readonly PartView[] } {
  const parts: PartView[] = [];
  const within: Within = { ...context, owner: type, place: root, parts };
  return { expression: declared(within, type), parts };
}

function declared(context: Within, type: ApiType): ExpressionView {
  const { declaration, tags } = type;
  const constraints = constraintsOf(tags);
  if (declaration.kind === "alias" && declaration.type.kind !== "object") {
    const schema = expression(context, { type: declaration.type, constraints });
    return tagged({ schema, constraints, tags });
  }
  const { types } = context.index;
  const bases = ancestors(types, type).flatMap((base) =>
    base.kind === "builtin" ? [builtinSchema(base.name)] : [],
  );
  const members = allMembers(types, type);
  const schema = objectExpression(context, { members, bases, constraints });
  return tagged({ schema, constraints, tags });
}

function builtinSchema(name: string): ImportSymbol {
  return zodValue(schemaNames(name).strict);
}

interface Value {
  readonly type: TypeExpression;
  readonly constraints: readonly Constraint[];
}

function expression(context: Within, value: Value): ExpressionView {
  const { place, parts, owner } = context;
  const isDeep =
    place.depth >= deepest && ["array", "map", "object", "tuple"].includes(value.type.kind);
  if (!isDeep) return inPlace(context, value);
  const view = inPlace({ ...context, place: { ...place, depth: 0 } }, value);
  // Of no declared type: these end in `Schema`.
  const name = `${schemaNames(owner.name).strict}Part${parts.length + 1}`;
  const bare: ExpressionView = { ...view, checks: [], nullable: false, optional: false };
  parts.push({ name, keys: place.keys, expression: bare });
  return { ...view, base: symbol(fileValue({ name, path: context.file })) };
}

function inPlace(context: Within, { type, constraints }: Value): ExpressionView {
  const { place } = context;
  switch (type.kind) {
    case "string":
    case "boolean":
      return plain({ template: "zod-gen/base/scalar", z, name: type.kind }, constraints);
    case "number":
      return plain(symbol(zodValue("numberSchema")), constraints);
    case "builtin":
      return plain(symbol(builtinSchema(type.name)), constraints);
    case "enum":
      return plain(literals(type.values), constraints);
    case "array": {
      const items = inside({ constraints, step: "items" });
      const element = expression(
        { ...context, place: elementOf(place) },
        { type: type.element, constraints: items },
      );
      return plain(call(".array", [element]), own(constraints));
    }
    case "tuple": {
      const items = inside({ constraints, step: "items" });
      const elements = type.elements.map((element, index) =>
        expression(
          { ...context, place: itemOf(place, index) },
          { type: element, constraints: items },
        ),
      );
      return plain({ template: "zod-gen/base/tuple", z, elements }, own(constraints));
    }
    case "map": {
      const entries = inside({ constraints, step: "additionalProperties" });
      const value = expression(
        { ...context, place: entryOf(place) },
        { type: type.value, constraints: entries },
      );
      const key = plain({ template: "zod-gen/base/scalar", z, name: "string" }, []);
      return plain(call(".record", [key, value]), own(constraints));
    }
    case "reference":
      return plain(reference(context, type.id), constraints);
    case "object":
      return objectExpression(context, { members: type.members, bases: [], constraints });
    case "nullable":
      return { ...expression(context, { type: type.type, constraints }), nullable: true };
    case "union":
      return plain(union(context, type), constraints);
  }
}

function plain(base: BaseView, constraints: readonly Constraint[]): ExpressionView {
  return { base, checks: checksOf(constraints), nullable: false, optional: false };
}

/** With what tags say of the value itself besides constraints. */
function tagged(input: {
  readonly schema: ExpressionView;
  readonly constraints: readonly Constraint[];
  readonly tags: readonly Tag[];
}): ExpressionView {
  const { schema, constraints, tags } = input;
  const checks = [...schema.checks, ...ruleChecks(tags)];
  if (!keepsUnknown(constraints)) return { ...schema, checks };
  const bare: ExpressionView = { ...schema, checks: [], nullable: false, optional: false };
  const keep = { function: zodValue("keepUnknown"), member: "", arguments: [bare] };
  return { ...schema, base: { template: "zod-gen/base/call", ...keep }, checks };
}

function symbol(symbol: ImportSymbol): BaseView {
  return { template: "zod-gen/base/symbol", symbol };
}

function call(member: string, args: readonly ExpressionView[]): BaseView {
  return { template: "zod-gen/base/call", function: z, member, arguments: args };
}

function literals(values: readonly (string | number | boolean)[]): BaseView {
  const isEnum = values.length > 1 && values.every((value) => typeof value === "string");
  return {
    template: "zod-gen/base/literals",
    z,
    name: isEnum ? "enum" : "literal",
    isList: values.length > 1,
    values: values.map((value) => (typeof value === "string" ? quoted(value) : String(value))),
  };
}

function objectExpression(
  context: Within,
  input: {
    readonly members: readonly Member[];
    readonly bases: readonly ImportSymbol[];
    readonly constraints: readonly Constraint[];
  },
): ExpressionView {
  const { members, bases, constraints } = input;
  if (members.length + bases.length === 0) {
    return plain(symbol(zodValue("emptySchema")), constraints);
  }
  const object: BaseView = {
    template: "zod-gen/base/object",
    z,
    bases,
    members: members.map((member) => ({
      key: memberKey(member.name),
      schema: memberExpression(context, member),
    })),
  };
  const base = members.some(({ name }) => name in Object.prototype) ? ownMembers(object) : object;
  const { optionalByDefault } = context;
  const checks = [...requiredCheck({ members, optionalByDefault }), ...checksOf(constraints)];
  return { base, checks, nullable: false, optional: false };
}

/** Of an object with a member of a name that every object inherits. */
function ownMembers(object: BaseView): BaseView {
  const bare: ExpressionView = { base: object, checks: [], nullable: false, optional: false };
  const own = { function: zodValue("ownMembers"), member: "", arguments: [bare] };
  return { template: "zod-gen/base/call", ...own };
}

function memberExpression(context: Within, member: Member): ExpressionView {
  const { type, tags, optional } = member;
  const constraints = constraintsOf(tags);
  const within = { ...context, place: memberOf(context.place, member.name) };
  const schema = tagged({ schema: expression(within, { type, constraints }), constraints, tags });
  const resolved = resolveAliases(context.index.types, type);
  const checks = [...schema.checks, ...nonEmptyChecks({ tags, constraints, type: resolved })];
  return { ...schema, checks, optional };
}

function reference({ index }: Context, id: TypeId): BaseView {
  const type = typeById(index.types, id);
  const version = index.versionOf.get(id);
  if (isImported(type) || version === undefined) return looseBase(index, type);
  const name = schemaNames(type.name).strict;
  return symbol(fileValue({ name, path: schemasFile(version) }));
}

/** Newer servers know more members and values of their types than the package. */
function looseBase(index: ModelIndex, type: ApiType): BaseView {
  const { kind } = resolveAliases(index.types, { kind: "reference", id: type.id });
  const shape =
    kind === "enum" || kind === "string" ? "string" : kind === "array" ? kind : "object";
  const symbol = typeSymbol(type);
  return { template: "zod-gen/base/loose", function: zodValue("looseSchema"), type: symbol, shape };
}

function union(context: Within, type: TypeExpression & { readonly kind: "union" }): BaseView {
  if (type.form === "discriminated") {
    return {
      template: "zod-gen/base/cases",
      function: zodValue("byDiscriminant"),
      discriminant: type.discriminant,
      cases: type.members.flatMap(({ id }) => {
        const found = reference(context, id);
        return found.template === "zod-gen/base/symbol" ? [found.symbol] : [];
      }),
    };
  }
  const name = type.form === "oneOrMany" ? "oneOrMany" : "orBoolean";
  const one = expression({ ...context, place: apart }, { type: type.type, constraints: [] });
  const base = { template: "zod-gen/base/call", function: zodValue(name), member: "" } as const;
  return { ...base, arguments: [one] };
}
