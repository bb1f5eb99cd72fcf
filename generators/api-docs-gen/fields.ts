import {
  type ApiType,
  type ApiVersion,
  allMembers,
  defaultOf,
  extendsBuiltin,
  isOptionalByDefault,
  isRequired,
  type Member,
  type TypeExpression,
  type TypeId,
  type TypesById,
} from "../model/index.js";
import { constraintsOf } from "./constraints.js";
import { br, cell, code } from "./markdown.js";
import { pageTitle } from "./pages.js";
import { typeText } from "./type-text.js";

/** A row of the table of fields; each text is a cell. */
export interface FieldView {
  readonly field: string;
  readonly type: string;
  readonly default: string;
  readonly validation: string;
  readonly description: string;
}

interface Context {
  readonly types: TypesById;
  readonly link: (id: TypeId) => string;
}

interface MemberContext extends Context {
  /** `+kubebuilder:validation:Optional` stands in doc.ts. */
  readonly optionalByDefault: boolean;
}

/** The fields of a type with those that it inherits; fields of an object without a name follow it, with their path. */
export function fieldsOf(
  context: Context,
  input: {
    readonly type: ApiType;
    readonly version: ApiVersion;
    readonly kind: string | undefined;
  },
): readonly FieldView[] {
  const { type, version, kind } = input;
  const typed = extendsBuiltin(context.types, { type, name: "TypeMeta" });
  const meta = typed
    ? [
        metaField({ name: "apiVersion", value: kind === undefined ? "" : pageTitle(version) }),
        metaField({ name: "kind", value: kind ?? "" }),
      ]
    : [];
  const optionalByDefault = isOptionalByDefault(version);
  const members = allMembers(context.types, type);
  return [...meta, ...membersFields({ ...context, optionalByDefault }, { members, path: "" })];
}

function metaField(input: { readonly name: string; readonly value: string }): FieldView {
  const { name, value } = input;
  const description = value === "" ? "" : code(value);
  return { field: code(name), type: "string", default: "", validation: "", description };
}

function membersFields(
  context: MemberContext,
  input: { readonly members: readonly Member[]; readonly path: string },
): readonly FieldView[] {
  return input.members.flatMap((member) => {
    const path = input.path + member.name;
    const nested = inlineObjects(member.type).flatMap(({ members, suffix }) =>
      membersFields(context, { members, path: `${path}${suffix}.` }),
    );
    return [fieldView(context, { member, path }), ...nested];
  });
}

function fieldView(
  context: MemberContext,
  input: { readonly member: Member; readonly path: string },
): FieldView {
  const { member, path } = input;
  const { optionalByDefault } = context;
  const needed = isRequired({ ...member, optionalByDefault }) ? "Required" : "Optional";
  return {
    field: code(path),
    type: typeText({ type: member.type, link: context.link }),
    default: defaultText(context, member),
    validation: [needed, ...constraintsOf(member.tags)].join(br),
    description: cell(member.description),
  };
}

/** Its own default, or else that of its type. */
function defaultText({ types }: Context, member: Member): string {
  const value = defaultOf({ types, member });
  if (value === undefined) return "";
  return code(
    value.json === undefined ? (value.constant?.name ?? "") : JSON.stringify(value.json.value),
  );
}

interface InlineObject {
  readonly members: readonly Member[];
  /** What stands between their names and that of the member. */
  readonly suffix: string;
}

/** The objects written out inside a member's type; only in a tuple there can be several. */
function inlineObjects(type: TypeExpression): readonly InlineObject[] {
  const within = (inner: TypeExpression, before: string): readonly InlineObject[] =>
    inlineObjects(inner).map(({ members, suffix }) => ({ members, suffix: before + suffix }));
  switch (type.kind) {
    case "object":
      return [{ members: type.members, suffix: "" }];
    case "array":
      return within(type.element, "[]");
    case "tuple":
      return type.elements.flatMap((element, index) => within(element, `[${index}]`));
    case "map":
      return within(type.value, "[key]");
    case "nullable":
      return within(type.type, "");
    case "union":
      return type.form === "discriminated" ? [] : within(type.type, "");
    default:
      return [];
  }
}
