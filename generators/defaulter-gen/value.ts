import {
  allMembers,
  builtins,
  type DefaultValue,
  isJsonObject,
  isScalar,
  type JsonValue,
  type Member,
  resolveAliases,
  type TypeExpression,
  type TypesById,
} from "../model/index.js";
import { type ImportSymbol, memberKey, quoted } from "../render/index.js";
import type { ValueView } from "./view.js";

/** A default as code: constants by their name where they can be shared, everything else written out. */
export function valueView(input: {
  readonly types: TypesById;
  readonly type: TypeExpression;
  readonly value: DefaultValue;
}): ValueView {
  const { types, type, value } = input;
  const { json, constant } = value;
  if (constant !== undefined) {
    const symbol = constantSymbol(constant);
    if (json === undefined) {
      const shared = isScalar({ types, type });
      const template = shared ? "defaulter-gen/value/constant" : "defaulter-gen/value/copy";
      return { template, constant: symbol };
    }
    if (typeof json.value !== "object" && !parameters.test(constant.name)) {
      return { template: "defaulter-gen/value/constant", constant: symbol };
    }
  }
  return jsonView(json?.value ?? null);
}

/** Names of the generated functions' own: a constant of such a name is written out. */
const parameters = /^(?:object|(?:item|value)\d*)$/;

function constantSymbol(constant: NonNullable<DefaultValue["constant"]>): ImportSymbol {
  const { name, module } = constant;
  const moduleKind = module.endsWith(".ts") ? "file" : "package";
  return { name, module, moduleKind, typeOnly: false };
}

function jsonView(value: JsonValue): ValueView {
  if (Array.isArray(value)) {
    return { template: "defaulter-gen/value/list", items: value.map(jsonView) };
  }
  if (isJsonObject(value)) {
    const entries = Object.entries(value).map(([name, one]) => ({
      key: memberKey(name),
      value: jsonView(one),
    }));
    return { template: "defaulter-gen/value/object", entries };
  }
  const text = typeof value === "string" ? quoted(value) : JSON.stringify(value);
  return { template: "defaulter-gen/value/text", text };
}

interface Typed {
  readonly types: TypesById;
  readonly type: TypeExpression;
}

/**
 * Whether a value has all that its type requires. One that has not gets the rest by defaults of its own, which the
 * compiler cannot know.
 */
export function isWhole(input: Typed & { readonly value: JsonValue }): boolean {
  const { types, value } = input;
  const type = resolveAliases(types, input.type);
  switch (type.kind) {
    case "nullable":
      return isWhole({ ...input, type: type.type });
    case "builtin":
      return builtins[type.name].copy !== "function";
    case "array":
      return (
        !Array.isArray(value) ||
        value.every((one) => isWhole({ types, type: type.element, value: one }))
      );
    case "map":
      return (
        !isJsonObject(value) ||
        Object.values(value).every((one) => isWhole({ types, type: type.value, value: one }))
      );
    case "object":
      return hasMembers({ types, members: type.members, value });
    case "reference": {
      const declared = types.get(type.id);
      const members = declared === undefined ? [] : allMembers(types, declared);
      return hasMembers({ types, members, value });
    }
    case "union":
      return isWholeUnion({ types, type, value });
    default:
      return true;
  }
}

function hasMembers(input: {
  readonly types: TypesById;
  readonly members: readonly Member[];
  readonly value: JsonValue;
}): boolean {
  const { types, members, value } = input;
  return (
    isJsonObject(value) &&
    members.every(({ name, optional, type }) => {
      const one = Object.hasOwn(value, name) ? value[name] : undefined;
      return one === undefined ? optional : isWhole({ types, type, value: one });
    })
  );
}

function isWholeUnion(input: {
  readonly types: TypesById;
  readonly type: Extract<TypeExpression, { readonly kind: "union" }>;
  readonly value: JsonValue;
}): boolean {
  const { types, type, value } = input;
  switch (type.form) {
    case "orBoolean":
      return typeof value === "boolean" || isWhole({ types, type: type.type, value });
    case "oneOrMany":
      return Array.isArray(value)
        ? value.every((one) => isWhole({ types, type: type.type, value: one }))
        : isWhole({ types, type: type.type, value });
    case "discriminated": {
      const chosen = isJsonObject(value)
        ? type.members.find((member) => member.value === value[type.discriminant])
        : undefined;
      return (
        chosen !== undefined &&
        isWhole({ types, type: { kind: "reference", id: chosen.id }, value })
      );
    }
  }
}
