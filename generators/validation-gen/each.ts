import { withoutNull } from "../model/index.js";
import { wrongType } from "./context.js";
import type { CheckPlan } from "./plan.js";
import type { Shape } from "./shape.js";
import type { Use, UseInput, UsePlace } from "./use-place.js";

interface Input extends UseInput {
  readonly shape: Shape;
  readonly useOf: (input: UseInput) => Use;
}

/** One loop for the rules of keys. */
export function keyChecks(input: Input): readonly CheckPlan[] {
  const { context, shape, useOf } = input;
  const chains = input.rules.filter(({ name }) => name === "eachKey");
  const [first] = chains;
  if (first === undefined) return [];
  if (shape.kind !== "map") {
    wrongType({ context, rule: first, shape, wanted: "maps" });
    return [];
  }
  const rules = chains.flatMap(({ chained }) => chained ?? []);
  const place: UsePlace = { kind: "key" };
  const { checks } = useOf({ context, type: { kind: "string" }, rules, place, descend: false });
  return [{ kind: "each", name: "eachKey", match: undefined, checks }];
}

/** One loop for the rules of items and for what is in them. */
export function itemChecks(input: Input): readonly CheckPlan[] {
  const { context, shape, list, useOf } = input;
  const chains = input.rules.filter(({ name }) => name === "eachVal");
  const [first] = chains;
  if (shape.kind !== "list" && shape.kind !== "map") {
    if (first !== undefined) wrongType({ context, rule: first, shape, wanted: "lists and maps" });
    return [];
  }
  const { kind } = withoutNull(input.type);
  const descend = input.descend && (kind === "array" || kind === "map");
  const type = shape.kind === "list" ? shape.element : shape.value;
  const rules = chains.flatMap(({ chained }) => chained ?? []);
  const use = useOf({ context, type, rules, place: { kind: "item", shape, list }, descend });
  const checks = [...use.update, ...use.checks];
  if (checks.length === 0) return [];
  const name = shape.kind === "list" ? "eachItem" : "eachValue";
  return [{ kind: "each", name, match: list?.identity, checks }];
}
