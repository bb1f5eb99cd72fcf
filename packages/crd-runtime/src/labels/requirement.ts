import { SelectorError } from "./errors.js";
import { invalidValue, labelValueErrors, qualifiedNameErrors } from "./validation.js";

/** Operators of a label selector, as they are written in one; `exists` and `!` stand for a key alone. */
export type SelectorOperator = "in" | "notin" | "=" | "==" | "!=" | "gt" | "lt" | "exists" | "!";

/** The labels of an object, as metadata has them. */
export type LabelSet = Readonly<Record<string, string>> | undefined;

/**
 * One condition of a label selector.
 *
 * @throws SelectorError from the constructor, with the API server's text, when the key, a value or their number is invalid
 */
export class Requirement {
  readonly key: string;
  readonly operator: SelectorOperator;
  readonly values: readonly string[];

  constructor(input: {
    readonly key: string;
    readonly operator: SelectorOperator;
    readonly values: readonly string[];
  }) {
    this.key = input.key;
    this.operator = input.operator;
    this.values = input.values;
    const problems = [...keyProblems(this.key), ...valueProblems(this)];
    if (problems.length > 1) throw new SelectorError(`[${problems.join(", ")}]`);
    if (problems[0] !== undefined) throw new SelectorError(problems[0]);
  }

  /** Whether labels meet the condition. `!=` and `notin` are met by labels that lack the key. */
  matches(labels: LabelSet): boolean {
    const value =
      labels !== undefined && Object.hasOwn(labels, this.key) ? labels[this.key] : undefined;
    switch (this.operator) {
      case "in":
      case "=":
      case "==":
        return value !== undefined && this.values.includes(value);
      case "notin":
      case "!=":
        return value === undefined || !this.values.includes(value);
      case "exists":
        return value !== undefined;
      case "!":
        return value === undefined;
      case "gt":
      case "lt":
        return value !== undefined && this.#compare(value);
    }
  }

  #compare(value: string): boolean {
    const left = parseInt64(value);
    const right = parseInt64(this.values[0] ?? "");
    if (left === undefined || right === undefined) return false;
    return this.operator === "gt" ? left > right : left < right;
  }

  /** The condition as it is written in a selector; values are sorted. */
  toString(): string {
    const values = [...this.values].sort().join(",");
    switch (this.operator) {
      case "exists":
        return this.key;
      case "!":
        return `!${this.key}`;
      case "in":
      case "notin":
        return `${this.key} ${this.operator} (${values})`;
      case "gt":
        return `${this.key}>${values}`;
      case "lt":
        return `${this.key}<${values}`;
      default:
        return `${this.key}${this.operator}${values}`;
    }
  }
}

function keyProblems(key: string): readonly string[] {
  const problem = invalidValue({ value: key, errors: qualifiedNameErrors(key) });
  return problem === undefined ? [] : [`key: ${problem}`];
}

function valueProblems(requirement: Requirement): readonly string[] {
  const { key, operator, values } = requirement;
  const problems: string[] = [];
  const invalid = (rule: string): void => {
    problems.push(`values: Invalid value: ${JSON.stringify(values)}: ${rule}`);
  };
  switch (operator) {
    case "in":
    case "notin":
      if (values.length === 0) invalid("for 'in', 'notin' operators, values set can't be empty");
      break;
    case "=":
    case "==":
    case "!=":
      if (values.length !== 1) invalid("exact-match compatibility requires one single value");
      break;
    case "exists":
    case "!":
      if (values.length !== 0) invalid("values set must be empty for exists and does not exist");
      break;
    case "gt":
    case "lt":
      if (values.length !== 1) {
        invalid("for 'Gt', 'Lt' operators, exactly one value is required");
      }
      for (const [index, value] of values.entries()) {
        if (parseInt64(value) !== undefined) continue;
        const errors = ["for 'Gt', 'Lt' operators, the value must be an integer"];
        problems.push(`values[${index}]: ${invalidValue({ value, errors })}`);
      }
  }
  for (const [index, value] of values.entries()) {
    const problem = invalidValue({ value, errors: labelValueErrors(value) });
    if (problem !== undefined) problems.push(`values[${index}][${key}]: ${problem}`);
  }
  return problems;
}

const minInt64 = -(2n ** 63n);
const maxInt64 = 2n ** 63n - 1n;

function parseInt64(text: string): bigint | undefined {
  if (!/^[+-]?[0-9]{1,30}$/.test(text)) return undefined;
  const value = text.startsWith("+") ? BigInt(text.slice(1)) : BigInt(text);
  return value < minInt64 || value > maxInt64 ? undefined : value;
}
