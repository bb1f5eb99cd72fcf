import { isEqual, type Ordered, order } from "./comparison.js";
import { type Node, parsePath, type Slice } from "./json-path-parser.js";

/**
 * A path of kubectl's JSONPath dialect, as printer columns have them: `.spec.list[?(@.name=="a")].value`. Members that are
 * absent give no result.
 *
 * Follows client-go's util/jsonpath with AllowMissingKeys; `range` is no part of it.
 */
export class JsonPath {
  readonly #nodes: readonly Node[];

  /** @throws SyntaxError */
  constructor(source: string) {
    this.#nodes = parsePath(source);
  }

  /** Values that the path leads to. @throws EvaluationError where a step does not fit a value */
  find(value: unknown): readonly unknown[] {
    return walk(this.#nodes, [value]);
  }
}

/** A path does not fit a value: an index beyond the end of a list, a filter on what is no list. */
export class EvaluationError extends Error {
  override readonly name: string = "EvaluationError";
}

function walk(nodes: readonly Node[], input: readonly unknown[]): readonly unknown[] {
  return nodes.reduce((values, node) => step(node, values), input);
}

function step(node: Node, input: readonly unknown[]): readonly unknown[] {
  switch (node.type) {
    case "field":
      return input.flatMap((value) => member(value, node.name));
    case "wildcard":
      return input.flatMap(children);
    case "recursive":
      return descendants(input);
    case "slice":
      return input.flatMap((value) => slice(node, value));
    case "union":
      return node.paths.flatMap((path) => walk(path, input));
    case "filter":
      return input.flatMap((value) => filter(node, value));
    case "literal":
      return input.map(() => node.value);
    case "text":
      return [node.value];
  }
}

function isMembers(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function member(value: unknown, name: string): readonly unknown[] {
  return isMembers(value) && Object.hasOwn(value, name) ? [value[name]] : [];
}

function children(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value;
  return isMembers(value) ? Object.keys(value).map((name) => value[name]) : [];
}

/** Containers that are not empty, each before what is in it. */
function descendants(input: readonly unknown[]): readonly unknown[] {
  return input.flatMap((value) => {
    const inside = children(value);
    return inside.length === 0 ? [] : [value, ...descendants(inside)];
  });
}

function slice(node: Slice, value: unknown): readonly unknown[] {
  if (value === null || value === undefined) return [];
  if (!Array.isArray(value)) throw new EvaluationError("value is not array or slice");
  const { length } = value;
  const from = fromEnd(node.start ?? 0, length);
  // An index is a slice of one element; the last one ends at zero, which means the end.
  const end = node.end ?? length;
  const to = end < 0 || (end === 0 && node.isIndex) ? end + length : end;
  if (from === to) return [];
  if (from >= length || from < 0) {
    throw new EvaluationError(`array index out of bounds: index ${from}, length ${length}`);
  }
  if (to > length || to < 0) {
    throw new EvaluationError(`array index out of bounds: index ${to - 1}, length ${length}`);
  }
  if (from > to) {
    throw new EvaluationError(`starting index ${from} is greater than ending index ${to}`);
  }
  const stride = node.step ?? 1;
  if (stride <= 0) throw new EvaluationError("step must be > 0");
  return value.slice(from, to).filter((_, index) => index % stride === 0);
}

function fromEnd(index: number, length: number): number {
  return index < 0 ? index + length : index;
}

function filter(node: Node & { readonly type: "filter" }, value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) {
    throw new EvaluationError("value is not array or slice and cannot be filtered");
  }
  return value.filter((element: unknown) => {
    if (node.operator === "exists") return exists(node.left, element);
    const lefts = walk(node.left, [element]);
    if (lefts.length === 0) return false;
    const rights = walk(node.right, [element]);
    if (lefts.length > 1 || rights.length > 1) {
      throw new EvaluationError("can only compare one element at a time");
    }
    return rights.length === 1 && compare(node.operator, { left: lefts[0], right: rights[0] });
  });
}

function exists(path: readonly Node[], element: unknown): boolean {
  try {
    return walk(path, [element]).length > 0;
  } catch (error) {
    if (error instanceof EvaluationError) return false;
    throw error;
  }
}

function compare(operator: string, values: Ordered): boolean {
  switch (operator) {
    case "==":
      return isEqual(values);
    case "!=":
      return !isEqual(values);
    case "<":
      return order(values) < 0;
    case ">":
      return order(values) > 0;
    case "<=":
      return order(values) <= 0;
    case ">=":
      return order(values) >= 0;
    default:
      throw new EvaluationError(`unrecognized filter operator ${operator}`);
  }
}
