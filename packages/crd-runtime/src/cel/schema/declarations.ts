import { escapeName } from "../../schema/cel/escape-name.js";
import { withResourceMembers } from "../../schema/cel/resource-members.js";
import type { Structural } from "../../schema/structural.js";
import { EvaluationError } from "../errors.js";
import { type CelType, listOf, mapOf, simpleTypes } from "../types/type.js";
import { JsonList, type ListOrder } from "../values/list.js";
import { UnknownValue } from "../values/unknown-value.js";
import type { CelValue } from "../values/value.js";
import type { Declaration, Field } from "./declaration.js";
import { type Json, JsonMap, JsonObject } from "./json-map.js";
import { readString, stringType } from "./string-format.js";

type Read = Declaration["read"];

/**
 * The types of schemas in CEL and the values of what they describe, made once for each node. Follows
 * k8s.io/apiserver/pkg/cel/common: SchemaDeclType and UnstructuredToVal.
 */
export class Declarations {
  readonly #values = new WeakMap<Structural, Declaration>();
  readonly #resources = new WeakMap<Structural, Declaration>();

  /** `resource`: the schema is that of a whole resource, and has kind, apiVersion and metadata. */
  of(input: { readonly schema: Structural; readonly as: "resource" | "value" }): Declaration {
    const { schema, as } = input;
    const known = as === "resource" ? this.#resources : this.#values;
    const old = known.get(schema);
    if (old !== undefined) return old;
    const { type, read } = this.#declare(schema, as);
    const declaration = { type, read: nullable(schema, read) };
    known.set(schema, declaration);
    return declaration;
  }

  #member(schema: Structural): Declaration {
    return this.of({ schema, as: schema.embeddedResource ? "resource" : "value" });
  }

  #declare(schema: Structural, as: "resource" | "value"): Declaration {
    if (schema.intOrString) return { type: simpleTypes.dyn, read: readIntOrString };
    switch (schema.type) {
      case "array":
        return this.#list(schema);
      case "object":
        return this.#object(schema, as);
      case "string": {
        const { format } = schema.value;
        return {
          type: stringType(format),
          read: reading("string", (json) => readString(format, json)),
        };
      }
      case "number":
        return { type: simpleTypes.double, read: readNumber };
      case "integer":
        return { type: simpleTypes.int, read: readInteger };
      case "boolean":
        return { type: simpleTypes.bool, read: readBoolean };
      case undefined:
        return {
          type: undefined,
          read: schema.preserveUnknownFields
            ? (json) => new UnknownValue(json)
            : () => {
                throw new EvaluationError(
                  "invalid type, expected object, array, number, integer, boolean or string, or no type with x-kubernetes-int-or-string or x-kubernetes-preserve-unknown-fields is true, got ",
                );
              },
        };
    }
  }

  #list(schema: Structural): Declaration {
    if (schema.items === undefined) {
      return {
        type: undefined,
        read: () => {
          throw new EvaluationError("invalid array type, expected Items with a non-empty Schema");
        },
      };
    }
    const element = this.#member(schema.items);
    const order = orderOf(schema);
    return {
      type: element.type === undefined ? undefined : listOf(element.type),
      read: (json) => {
        if (!Array.isArray(json)) {
          throw invalid("an array for the provided schema with type=array");
        }
        return new JsonList({ elements: json, element: element.read, order });
      },
    };
  }

  #object(schema: Structural, as: "resource" | "value"): Declaration {
    const { additionalProperties } = schema;
    if (as === "value" && typeof additionalProperties === "object") {
      const value = this.#member(additionalProperties);
      return {
        type:
          value.type === undefined
            ? undefined
            : mapOf({ key: simpleTypes.string, value: value.type }),
        read: (json) => new JsonMap({ json: objectOf(json), read: value.read }),
      };
    }
    const { properties } = as === "resource" ? withResourceMembers(schema) : schema;
    const fields = new Map<string, Field>();
    const types = new Map<string, CelType>();
    for (const [name, property] of properties) {
      const escaped = escapeName(name);
      if (escaped === undefined) continue;
      const declaration = this.#member(property);
      fields.set(escaped, { name, declaration });
      if (declaration.type !== undefined) types.set(escaped, declaration.type);
    }
    return {
      type: { kind: "object", name: "object", fields: types },
      read: (json) => new JsonObject({ json: objectOf(json), fields }),
    };
  }
}

function orderOf(schema: Structural): ListOrder {
  switch (schema.listType) {
    case "set":
      return { type: "set" };
    case "map":
      return { type: "map", keys: schema.listMapKeys.map((key) => escapeName(key) ?? key) };
    default:
      return { type: "atomic" };
  }
}

function invalid(expected: string): EvaluationError {
  return new EvaluationError(`invalid data, expected ${expected}`);
}

/** What a value is instead, as Go names the types of JSON. */
function unlike(expected: string, json: unknown): EvaluationError {
  return invalid(`${expected}, got ${goTypeOf(json)}`);
}

function goTypeOf(json: unknown): string {
  if (Array.isArray(json)) return "[]interface {}";
  switch (typeof json) {
    case "boolean":
      return "bool";
    case "string":
      return "string";
    case "number":
    case "bigint":
      return integerOf(json) === undefined ? "float64" : "int64";
    default:
      return "map[string]interface {}";
  }
}

function nullable(schema: Structural, read: Read): Read {
  return (json) => {
    if (json !== null && json !== undefined) return read(json);
    if (schema.nullable) return null;
    throw new EvaluationError("invalid data, got null for schema with nullable=false");
  };
}

function objectOf(json: unknown): Json {
  if (typeof json !== "object" || json === null || Array.isArray(json)) {
    throw invalid("a map for the provided schema with type=object");
  }
  return json as Json;
}

function reading(type: "string", read: (json: string) => CelValue): Read {
  return (json) => {
    if (typeof json !== type) throw unlike(type, json);
    return read(String(json));
  };
}

function integerOf(json: unknown): bigint | undefined {
  if (typeof json === "bigint") return json;
  return typeof json === "number" && Number.isInteger(json) ? BigInt(json) : undefined;
}

function readIntOrString(json: unknown): CelValue {
  const value = typeof json === "string" ? json : integerOf(json);
  if (value === undefined) {
    throw invalid("XIntOrString value to be either a string or integer");
  }
  return value;
}

function readInteger(json: unknown): CelValue {
  const value = integerOf(json);
  if (value === undefined) throw unlike("int", json);
  return value;
}

function readNumber(json: unknown): CelValue {
  if (typeof json !== "number" && typeof json !== "bigint") {
    throw unlike("float", json);
  }
  return Number(json);
}

function readBoolean(json: unknown): CelValue {
  if (typeof json !== "boolean") throw unlike("bool", json);
  return json;
}
