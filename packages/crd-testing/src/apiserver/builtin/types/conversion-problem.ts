import type { GoType } from "./go-type.js";

/**
 * Why a value does not fit a member, in the words of the converter that the server uses after a strategic merge patch: it has
 * no JSON there, and names no member. The cause of the error that decoding JSON ends in.
 */
export class ConversionProblem extends Error {
  override readonly name = "ConversionProblem";
}

/** The converter's words. Follows runtime.DefaultUnstructuredConverter of apimachinery. */
export function conversionText(value: unknown, type: GoType): string {
  const kind = goKind(value);
  switch (type.type) {
    case "map":
      return `cannot restore map from ${kind}`;
    case "list":
    case "bytes":
      return `cannot restore slice from ${kind}`;
    case "struct":
    case "lazy":
      return `cannot restore struct from: ${kind}`;
    case "time":
    case "microTime":
      return `json: cannot unmarshal ${jsonKind(kind)} into Go value of type string`;
    case "string":
      return kind === "int64"
        ? "cannot convert int64 to string"
        : `unrecognized type: ${type.type}`;
    case "boolean":
      return "unrecognized type: bool";
    case "int32":
    case "int64":
    case "float64":
      return kind === "int64" || kind === "float64"
        ? `cannot convert ${kind} to ${type.type}`
        : `unrecognized type: ${type.type}`;
    case "any":
    case "oneOf":
      return `unrecognized type: ${kind}`;
  }
}

/** Go's kind of a value of JSON. */
function goKind(value: unknown): string {
  if (Array.isArray(value)) return "slice";
  switch (typeof value) {
    case "boolean":
      return "bool";
    case "string":
      return "string";
    case "object":
      return "map";
    default:
      return typeof value === "number" && !Number.isInteger(value) ? "float64" : "int64";
  }
}

function jsonKind(kind: string): string {
  switch (kind) {
    case "slice":
      return "array";
    case "map":
      return "object";
    case "int64":
    case "float64":
      return "number";
    default:
      return kind;
  }
}
