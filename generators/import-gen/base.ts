import type { BuiltinName, JsonValue } from "../model/index.js";
import type { Expression } from "./expression.js";
import { type Schema, schemaAt, textAt } from "./schema.js";

/** A type for a value, and the keywords that crd-gen makes of it. */
export interface Base {
  readonly type: Expression;
  readonly given: Schema;
}

const quantityPattern =
  "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$";
const intOrString: Schema = {
  anyOf: [{ type: "integer" }, { type: "string" }],
  "x-kubernetes-int-or-string": true,
};
const preserve = "x-kubernetes-preserve-unknown-fields";

/** Formats that have types of their own. */
const formats: Readonly<Record<string, Readonly<Record<string, BuiltinName>>>> = {
  string: { "date-time": "Time", byte: "Bytes" },
  integer: { int32: "int32", int64: "int64" },
  number: { float: "float", double: "double" },
};

/** The type of a scalar, or of anything of which nothing is known inside. */
export function baseOf(input: {
  readonly schema: Schema;
  /** Whether null beside literals can be said by a marker. */
  readonly canMarkNull: boolean;
}): Base {
  const { schema, canMarkNull } = input;
  const literals = literalsOf(schema);
  const isNullable = schema["nullable"] === true;
  if (literals !== undefined && isNullable && schema["enum"] === undefined) {
    const { type, given } = literals;
    const { enum: values = null, ...rest } = given;
    return {
      type: { kind: "nullable", type },
      given: { ...rest, nullable: true, allOf: [{ enum: values }] },
    };
  }
  if (literals !== undefined && (!isNullable || canMarkNull)) return literals;
  const { type, given } = plainOf(schema);
  return isNullable
    ? { type: { kind: "nullable", type }, given: { ...given, nullable: true } }
    : { type, given };
}

function plainOf(schema: Schema): Base {
  const type = textAt(schema, "type");
  const format = textAt(schema, "format");
  if (schema["x-kubernetes-int-or-string"] === true) {
    return textAt(schema, "pattern") === quantityPattern
      ? { type: builtin("Quantity"), given: { ...intOrString, pattern: quantityPattern } }
      : { type: builtin("IntOrString"), given: intOrString };
  }
  const named = type === undefined || format === undefined ? undefined : formats[type]?.[format];
  if (named !== undefined && type !== undefined && format !== undefined) {
    return { type: builtin(named), given: { type, format } };
  }
  switch (type) {
    case "string":
    case "boolean":
    case "number":
      return { type: { kind: "keyword", name: type }, given: { type } };
    case "integer":
      return { type: builtin("integer"), given: { type } };
    case "object":
      return schema[preserve] === true
        ? { type: builtin("RawExtension"), given: { type, [preserve]: true } }
        : { type: { kind: "empty" }, given: { type } };
    default:
      return { type: builtin("JSON"), given: { [preserve]: true } };
  }
}

function builtin(name: BuiltinName): Expression {
  return { kind: "builtin", name };
}

/** A union of literals, where the values and the type fit. */
function literalsOf(schema: Schema): Base | undefined {
  const values = enumOf(schema);
  if (values === undefined || values.length === 0 || new Set(values).size < values.length) {
    return undefined;
  }
  const type = textAt(schema, "type");
  const texts = values.filter((one): one is string => typeof one === "string");
  if (type === "string" && texts.length === values.length && !hasOddNames(texts)) {
    return { type: { kind: "literals", values: texts }, given: { type, enum: texts } };
  }
  const numbers = values.filter((one): one is number => Number.isSafeInteger(one));
  return type === "integer" && numbers.length === values.length
    ? { type: { kind: "literals", values: numbers }, given: { type, enum: numbers } }
    : undefined;
}

/** Half characters, which a source file cannot hold. */
function hasOddNames(texts: readonly string[]): boolean {
  return texts.some((text) => /\p{Surrogate}/u.test(text));
}

/** Values of `enum`, or of the `allOf` that stands for it beside null. */
function enumOf(schema: Schema): readonly JsonValue[] | undefined {
  const own = schema["enum"];
  if (Array.isArray(own)) {
    return own.filter((one: JsonValue) => one !== null);
  }
  const all = schema["allOf"];
  if (schema["nullable"] !== true || !Array.isArray(all) || all.length !== 1) return undefined;
  const values = schemaAt({ only: all[0] ?? null }, "only")?.["enum"];
  return Array.isArray(values) ? values : undefined;
}
