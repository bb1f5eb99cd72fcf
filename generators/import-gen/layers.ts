import { isJsonObject } from "../model/index.js";
import { type Schema, textAt } from "./schema.js";

/** Checks of which crd-gen keeps both, where a type and the place where it is used have one. */
const checks: ReadonlySet<string> = new Set([
  "exclusiveMaximum",
  "exclusiveMinimum",
  "format",
  "maxItems",
  "maxLength",
  "maxProperties",
  "maximum",
  "minItems",
  "minLength",
  "minProperties",
  "minimum",
  "multipleOf",
  "pattern",
  "uniqueItems",
]);

/** A value that has a type with checks of its own, and more of them where it stands. */
export interface Layers {
  /** The schema of the type. */
  readonly below: Schema;
  /** What the place adds. */
  readonly above: Schema;
}

/**
 * Takes apart what controller-gen writes for a type and a member that have the same check: an `allOf` of the two. Undefined
 * for any other schema.
 */
export function layersOf(schema: Schema): Layers | undefined {
  const { allOf, ...rest } = schema;
  if (!Array.isArray(allOf) || allOf.length !== 2) return undefined;
  const [below, above] = [{ ...one(allOf[0]) }, { ...one(allOf[1]) }];
  const keys = Object.keys(below);
  const isSame = keys.length > 0 && keys.length === Object.keys(above).length;
  const isPair = keys.every((key) => checks.has(key) && key in above && !(key in rest));
  const isValue = textAt(rest, "type") !== undefined || rest["x-kubernetes-int-or-string"] === true;
  if (!isSame || !isPair || !isValue || rest["properties"] !== undefined) return undefined;
  return { below: { ...rest, ...below }, above };
}

function one(value: Schema[string] | undefined): Schema {
  return isJsonObject(value) ? value : {};
}
