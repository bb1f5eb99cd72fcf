import { type FieldError, forbidden } from "../field-error.js";
import type { Structural } from "../structural.js";

/** The most that one rule may cost in an object, and all rules of a schema. */
const maxRuleCost = 10_000_000;
const maxTotalCost = 100_000_000;
const shownRules = 4;

/** How often a node can occur in an object: a number, or `unlimited` when a list or map around it has no limit. */
export type Occurrences = number | "unlimited";

/** How often the members or elements of a node can occur, when the node occurs so often. */
export function occurrencesBelow(schema: Structural, outer: Occurrences): Occurrences {
  const { maxItems, maxProperties } = schema.value;
  const map = schema.type === "object" && (schema.additionalProperties ?? undefined) !== undefined;
  const factor = schema.type === "array" ? maxItems : map ? maxProperties : 1;
  return outer === "unlimited" || factor === undefined ? "unlimited" : outer * Math.max(factor, 0);
}

/**
 * What the rules of one schema cost by estimate, and the errors of those that cost too much.
 *
 * Follows CELSchemaContext and TotalCost of apiextensions-apiserver.
 */
export class CostLimits {
  #total = 0;
  readonly #rules: { readonly field: string; readonly cost: number }[] = [];

  /** Counts an expression; answers with an error when it costs too much alone. */
  observe(input: {
    readonly field: string;
    readonly cost: number;
    readonly expression: "messageExpression" | "rule";
  }): FieldError | undefined {
    const { field, cost, expression } = input;
    this.#total += cost;
    if (cost >= maxTotalCost / 100) this.#rules.push({ field, cost });
    if (cost <= maxRuleCost) return undefined;
    return forbidden(
      field,
      tooCostly(
        expression === "rule" ? "estimated rule cost" : "estimated messageExpression cost",
        cost,
        maxRuleCost,
      ),
    );
  }

  /** Errors about all of them: the costliest, and the schema itself. */
  errors(path: string): readonly FieldError[] {
    if (this.#total <= maxTotalCost) return [];
    const costliest = [...this.#rules]
      .sort((left, right) => right.cost - left.cost)
      .slice(0, shownRules);
    const detail =
      "contributed to estimated rule cost total exceeding cost limit for entire OpenAPIv3 schema";
    const subject =
      "x-kubernetes-validations estimated rule cost total for entire OpenAPIv3 schema";
    return [
      ...costliest.map(({ field }) => forbidden(field, detail)),
      forbidden(path, tooCostly(subject, this.#total, maxTotalCost)),
    ];
  }
}

function tooCostly(subject: string, cost: number, limit: number): string {
  const factor = cost / limit;
  const shown =
    factor > 100
      ? "more than 100x"
      : factor < 1.5
        ? `${factor.toFixed(6)}x`
        : `${factor.toFixed(1)}x`;
  return `${subject} exceeds budget by factor of ${shown} (try simplifying the rule, or adding maxItems, maxProperties, and maxLength where arrays, maps, and strings are declared)`;
}
