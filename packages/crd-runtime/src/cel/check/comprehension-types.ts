import { CompileError } from "../errors.js";
import { comparable } from "../library/lists.js";
import type { ExprOf } from "../syntax/expr.js";
import { type CelType, formatType, simpleTypes } from "../types/type.js";
import type { Inference } from "./inference.js";

type Comprehension = ExprOf<"comprehension">;

const { dyn, int } = simpleTypes;

/** Types of the variables of a macro on a range. @throws CompileError when it is no range */
export function rangeTypes(input: {
  readonly expr: Comprehension;
  readonly range: CelType;
  readonly inference: Inference;
}): readonly CelType[] {
  const { expr, range, inference } = input;
  const two = expr.variables.length === 2;
  switch (range.kind) {
    case "list":
      return two ? [int, range.element] : [range.element];
    case "map":
      return two ? [range.key, range.value] : [range.key];
    case "param":
      inference.fits([dyn], [range]);
      return [dyn, dyn];
    case "dyn":
      return [dyn, dyn];
    default:
      throw new CompileError(
        `expression of type '${formatType(range)}' cannot be range of a comprehension (must be list, map, or dynamic)`,
        expr.range,
      );
  }
}

/** Type of `sortBy`. @throws CompileError when the keys have no order */
export function sortByType(input: {
  readonly expr: Comprehension;
  readonly range: CelType;
  readonly key: CelType;
}): CelType {
  const { expr, range, key } = input;
  const ordered = comparable.some((name) => name === key.kind);
  if ((range.kind === "list" || range.kind === "dyn") && (ordered || key.kind === "dyn")) {
    return range;
  }
  throw new CompileError(
    `found no matching overload for 'sortBy' applied to '${formatType(range)}.(${formatType(key)})'`,
    expr,
  );
}
