import type { DeepReadonly, LabelSelector } from "../meta/index.js";
import { SelectorError } from "./errors.js";
import { Requirement, type SelectorOperator } from "./requirement.js";
import { parseLabelSelector, Selector } from "./selector.js";

const operators: ReadonlyMap<string, SelectorOperator> = new Map<string, SelectorOperator>([
  ["In", "in"],
  ["NotIn", "notin"],
  ["Exists", "exists"],
  ["DoesNotExist", "!"],
]);

/**
 * The selector that a LabelSelector object of the API means: an absent one selects nothing, an empty one everything
 * (metav1.LabelSelectorAsSelector).
 *
 * @throws SelectorError for an unknown operator, an invalid key or value
 */
export function labelSelectorAsSelector(
  selector: DeepReadonly<LabelSelector> | null | undefined,
): Selector {
  if (selector === null || selector === undefined) return Selector.nothing;
  const requirements = Object.entries(selector.matchLabels ?? {}).map(
    ([key, value]) => new Requirement({ key, operator: "=", values: [value] }),
  );
  for (const expression of selector.matchExpressions ?? []) {
    const operator = operators.get(expression.operator);
    if (operator === undefined) {
      throw new SelectorError(
        `${JSON.stringify(expression.operator)} is not a valid label selector operator`,
      );
    }
    requirements.push(
      new Requirement({ key: expression.key, operator, values: expression.values ?? [] }),
    );
  }
  return Selector.of(requirements);
}

/** What listers take: a selector, its text form, the API's object, or nothing at all, which selects everything. */
export type SelectorLike = string | Selector | DeepReadonly<LabelSelector> | undefined;

/**
 * The selector for what a caller wrote.
 *
 * @throws SelectorError when it is invalid
 */
export function toSelector(selector: SelectorLike): Selector {
  if (selector === undefined || selector === "") return Selector.everything;
  if (typeof selector === "string") return parseLabelSelector(selector);
  return selector instanceof Selector ? selector : labelSelectorAsSelector(selector);
}
