import type { JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import { celCompiler } from "crd-runtime/cel";
import { compileRules, structuralOf } from "crd-runtime/schema";
import type { Dice } from "./dice.js";
import { placesIn } from "./places.js";

/** Counts whose costs are tried. */
const tried = [1, 2, 10, 100, 1_000, 10_000, 100_000];

/**
 * Sets a bound around a schema with rules, or in one, so that the estimated cost of one of them is just below the limit or just
 * above. Answers whether there was one.
 */
export function nearTheLimit(input: {
  readonly dice: Dice;
  readonly root: JSONSchemaProps;
}): boolean {
  const { dice, root } = input;
  const ruled = placesIn(root).filter(({ schema }) => "x-kubernetes-validations" in schema);
  if (ruled.length === 0) return false;
  const at = dice.pick(ruled);
  const bounds = [
    ...at.around.slice(1),
    at.schema,
    ...placesIn(at.schema).map((place) => place.schema),
  ].flatMap((schema) => boundOf(schema) ?? []);
  if (bounds.length === 0) {
    // Nothing can occur more than once: the rules stand in a map from now on.
    const map: JSONSchemaProps = { type: "object", additionalProperties: at.schema };
    at.replace(map);
    bounds.push({ schema: map, name: "maxProperties" });
  }
  const { schema, name } = dice.pick(bounds);
  const fits = (count: number): boolean => {
    schema[name] = count;
    return !isTooCostly(root);
  };
  const old = schema[name];
  let low = tried.findLast(fits) ?? 0;
  let high = low * 10;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle;
  }
  if (low === 0) {
    if (old === undefined) delete schema[name];
    else schema[name] = old;
    return false;
  }
  schema[name] = low + dice.below(2);
  return true;
}

interface Bound {
  readonly schema: JSONSchemaProps;
  readonly name: "maxItems" | "maxLength" | "maxProperties";
}

function boundOf(schema: JSONSchemaProps): Bound | undefined {
  if (schema.type === "array") return { schema, name: "maxItems" };
  if (schema.type === "string") return { schema, name: "maxLength" };
  return typeof schema.additionalProperties === "object"
    ? { schema, name: "maxProperties" }
    : undefined;
}

function isTooCostly(root: JSONSchemaProps): boolean {
  const { errors } = compileRules({ schema: structuralOf(root), cel: celCompiler() });
  return errors.some(({ detail }) => detail.includes("exceeds budget"));
}
