import { isJsonObject } from "../model/index.js";
import { markersOf } from "./keywords.js";
import { listText, type Marker, valued } from "./marker.js";
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
  // What no marker can say of such a value would not be said twice, but once.
  if (![below, above].every((layer) => isMarked(layer, { ...rest, ...layer }))) return undefined;
  return { below: { ...rest, ...below }, above };
}

function isMarked(layer: Schema, whole: Schema): boolean {
  const { rest } = markersOf({ schema: layer, whole, place: { at: "type", path: "" } });
  return Object.keys(rest).length === 0;
}

/** An enum of a type, and one of the place. */
export interface BothEnums {
  /** With the enum of the type. */
  readonly schema: Schema;
  readonly marker: Marker;
}

/** Takes apart an `allOf` of two enums, which older releases of controller-gen write for a type and a member that have one each. */
export function bothEnums(input: {
  readonly schema: Schema;
  /** From the place to the value: `items:`. */
  readonly path: string;
}): BothEnums | undefined {
  const { allOf, ...rest } = input.schema;
  if (!Array.isArray(allOf) || allOf.length !== 2 || "enum" in rest || "nullable" in rest) {
    return undefined;
  }
  const [below, above] = [one(allOf[0]), one(allOf[1])];
  const isPair = [below, above].every((part) => Object.keys(part).join() === "enum");
  const own = above["enum"];
  const text = isPair && Array.isArray(own) ? listText(own) : undefined;
  return text === undefined
    ? undefined
    : {
        schema: { ...rest, enum: below["enum"] ?? [] },
        marker: valued(`crd-project:${input.path}andEnum`, text),
      };
}

function one(value: Schema[string] | undefined): Schema {
  return isJsonObject(value) ? value : {};
}
