import { type Diagnostic, diagnostic } from "../diagnostics/index.js";
import {
  type ApiType,
  defaultOf,
  isJsonObject,
  type JsonValue,
  type Member,
  type TypeExpression,
  type TypeId,
  type TypesById,
  type UnionExpression,
} from "../model/index.js";
import { partsOf } from "./parts.js";
import { filledTypes, inlineMembers } from "./reach.js";

/**
 * Defaults that hold what gets the same default again: the functions would call each other until the stack is full.
 * A hand-written function on the way may end it, so nothing is said of what is behind one.
 */
export function endlessDefaults(input: {
  readonly types: TypesById;
  readonly roots: readonly TypeId[];
}): readonly Diagnostic[] {
  const { types } = input;
  const open = new Set<Member>();
  const done = new Set<Member>();
  const found = new Set<Member>();
  for (const id of filledTypes(input)) {
    const type = types.get(id);
    if (type !== undefined) for (const member of membersIn({ types, type })) follow(member);
  }
  return [...found].flatMap((member) => {
    const span = defaultOf({ types, member })?.span;
    return span === undefined
      ? []
      : [diagnostic("generate/endless-default", { member: member.name }, { span })];
  });

  /** What is filled in where the member is absent. */
  function follow(member: Member): void {
    if (done.has(member)) return;
    if (open.has(member)) {
      found.add(member);
      return;
    }
    const json = defaultOf({ types, member })?.json;
    if (json === undefined) return;
    open.add(member);
    fill({ type: member.type, value: json.value });
    open.delete(member);
    done.add(member);
  }

  /** What is filled in within a value. */
  function fill({ type, value }: Filled): void {
    if (typeof value !== "object" || value === null) return;
    switch (type.kind) {
      case "nullable":
        fill({ type: type.type, value });
        return;
      case "reference":
        fillDeclared({ id: type.id, value });
        return;
      case "object":
        fillMembers({ members: type.members, value });
        return;
      case "array":
        for (const item of elementsOf(value)) fill({ type: type.element, value: item });
        return;
      case "tuple":
        for (const [index, item] of elementsOf(value).entries()) {
          const element = type.elements[index];
          if (element !== undefined) fill({ type: element, value: item });
        }
        return;
      case "map":
        if (isJsonObject(value)) {
          for (const one of Object.values(value)) fill({ type: type.value, value: one });
        }
        return;
      case "union":
        fillUnion({ type, value });
        return;
      default:
    }
  }

  function fillDeclared(one: { readonly id: TypeId; readonly value: JsonValue }): void {
    const type = types.get(one.id);
    if (type === undefined || type.defaulting.complete !== undefined) return;
    const parts = partsOf({ types, type });
    if (parts.some(({ kind }) => kind === "call")) return;
    const { declaration } = type;
    if (declaration.kind === "alias") {
      fill({ type: declaration.type, value: one.value });
      return;
    }
    const members = parts.flatMap((part) => (part.kind === "member" ? [part.member] : []));
    fillMembers({ members, value: one.value });
  }

  function fillMembers(one: {
    readonly members: readonly Member[];
    readonly value: JsonValue;
  }): void {
    const { members, value } = one;
    if (!isJsonObject(value)) return;
    for (const member of members) {
      const given = Object.hasOwn(value, member.name) ? value[member.name] : undefined;
      if (given === undefined) follow(member);
      else fill({ type: member.type, value: given });
    }
  }

  function fillUnion(one: { readonly type: UnionExpression; readonly value: JsonValue }): void {
    const { type, value } = one;
    if (type.form !== "discriminated") {
      const values = type.form === "oneOrMany" && Array.isArray(value) ? value : [value];
      for (const item of values) fill({ type: type.type, value: item });
      return;
    }
    if (!isJsonObject(value)) return;
    const chosen = type.members.find((member) => member.value === value[type.discriminant]);
    if (chosen !== undefined) fillDeclared({ id: chosen.id, value });
  }
}

interface Filled {
  readonly type: TypeExpression;
  readonly value: JsonValue;
}

function elementsOf(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value : [];
}

/** The members that a type's function fills in, those of inline objects included. */
function membersIn(input: {
  readonly types: TypesById;
  readonly type: ApiType;
}): readonly Member[] {
  const { declaration } = input.type;
  const inside = declaration.kind === "alias" ? inlineMembers(declaration.type) : [];
  const own = partsOf(input).flatMap((part) => (part.kind === "member" ? [part.member] : []));
  return [...own, ...own.flatMap((member) => inlineMembers(member.type)), ...inside];
}
