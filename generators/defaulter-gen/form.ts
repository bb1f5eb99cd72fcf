import {
  type ApiType,
  allMembers,
  builtins,
  isJsonObject,
  type JsonValue,
  type Member,
  type TypeExpression,
  type TypesById,
  type UnionExpression,
} from "../model/index.js";
import { quoted, runtimeType, typeSymbol } from "../render/index.js";
import { indexed, narrowed, notNull } from "./type-view.js";
import type { TypeView } from "./view.js";

/** A type, and how the code names it. */
export interface Named {
  readonly types: TypesById;
  readonly type: TypeExpression;
  readonly name: TypeView;
}

const anything: TypeExpression = { kind: "builtin", name: "JSON" };

/** The form of a type that a value has: what is behind aliases, null and unions, under its shortest name. */
export function formOf(input: Named & { readonly value: JsonValue }): Named {
  const { types, type, name, value } = input;
  switch (type.kind) {
    case "reference": {
      const declared = types.get(type.id);
      if (declared === undefined) return { types, type, name };
      const own = nameOf(declared);
      const { declaration } = declared;
      return declaration.kind === "alias"
        ? formOf({ types, type: declaration.type, name: own, value })
        : { types, type, name: own };
    }
    case "builtin":
      return { types, type, name: { before: "", of: runtimeType(type.name), after: "" } };
    case "nullable":
      return formOf({ types, type: type.type, name: notNull(name), value });
    case "union":
      return formOfUnion({ types, type, name, value });
    default:
      return { types, type, name };
  }
}

function formOfUnion(
  input: Named & { readonly type: UnionExpression; readonly value: JsonValue },
): Named {
  const { types, type, name, value } = input;
  switch (type.form) {
    case "orBoolean": {
      const other = narrowed({ by: "Exclude", name, form: "boolean" });
      return formOf({ types, type: type.type, name: other, value });
    }
    case "oneOrMany": {
      const form = "readonly unknown[]";
      if (!Array.isArray(value)) {
        const one = narrowed({ by: "Exclude", name, form });
        return formOf({ types, type: type.type, name: one, value });
      }
      const many = narrowed({ by: "Extract", name, form });
      return { types, type: { kind: "array", element: type.type }, name: many };
    }
    case "discriminated": {
      const { discriminant, members } = type;
      const chosen = isJsonObject(value)
        ? members.find((member) => member.value === value[discriminant])
        : undefined;
      return chosen === undefined
        ? { types, type, name }
        : formOf({ types, type: { kind: "reference", id: chosen.id }, name, value });
    }
  }
}

function nameOf(type: ApiType): TypeView {
  return { before: "", of: typeSymbol(type), after: "" };
}

/** Members that a form declares. */
export function membersOf({ types, type }: Named): readonly Member[] {
  if (type.kind === "object") return type.members;
  const declared = type.kind === "reference" ? types.get(type.id) : undefined;
  return declared === undefined ? [] : allMembers(types, declared);
}

/** What a member of an object holds; anything where the form does not declare it. */
export function memberForm(input: { readonly of: Named; readonly member: string }): Named {
  const { of, member } = input;
  const declared = membersOf(of).find(({ name }) => name === member);
  if (declared === undefined) return elementForm({ of, key: "string" });
  const name = indexed({ name: of.name, key: quoted(member) });
  return { ...of, type: declared.type, name: declared.optional ? notNull(name) : name };
}

/** What a list, a place of a tuple or a map holds; anything for other forms. */
export function elementForm(input: {
  readonly of: Named;
  /** Where a list or tuple has it, or `string` for the values of a map. */
  readonly key: number | "string";
}): Named {
  const { of, key } = input;
  const isList = of.type.kind === "array";
  const name = indexed({ name: of.name, key: isList ? "number" : String(key) });
  switch (of.type.kind) {
    case "array":
      return { ...of, type: of.type.element, name };
    case "tuple": {
      const element = typeof key === "number" ? of.type.elements[key] : undefined;
      return { ...of, type: element ?? anything, name };
    }
    case "map":
      return { ...of, type: of.type.value, name };
    default:
      return { ...of, type: anything, name };
  }
}

/**
 * Whether the compiler may miss something in an object of the form: what defaults of its own fill in, or a member that it
 * takes for the one that every object inherits, such as `constructor`.
 */
export function mayLack(input: {
  readonly form: Named;
  readonly names: readonly string[];
}): boolean {
  const { form, names } = input;
  const { type } = form;
  if (type.kind === "builtin") return builtins[type.name].copy === "function";
  if (type.kind === "union") return true;
  return membersOf(form).some(
    ({ name, optional }) => (!optional || name in Object.prototype) && !names.includes(name),
  );
}
