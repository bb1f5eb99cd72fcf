import type { ExprOf } from "../syntax/expr.js";
import { access, listBase, mapBase } from "./base-cost.js";
import { add, fixed, type Range, union } from "./range.js";

/** What the expansion of a macro costs once, apart from its range, and for each element. */
export function macroCost(input: {
  readonly expr: ExprOf<"comprehension">;
  readonly filter: Range | undefined;
  readonly body: Range;
}): { readonly once: Range; readonly each: Range } {
  const { expr, filter, body } = input;
  // accumulator + [element]
  const append = add(access, access, listBase);
  const filtered = (step: Range): Range =>
    filter === undefined ? step : add(filter, union(step, access));
  switch (expr.macro) {
    case "all":
      // @not_strictly_false(accumulator), accumulator && body
      return { once: access, each: add(fixed(2), { min: 1, max: 1 + body.max }) };
    case "exists":
      // @not_strictly_false(!accumulator), accumulator || body
      return { once: access, each: add(fixed(3), { min: 1, max: 1 + body.max }) };
    case "exists_one":
      // body ? accumulator + 1 : accumulator; accumulator == 1
      return { once: fixed(2), each: add(body, { min: 1, max: 2 }) };
    case "filter":
      return { once: add(listBase, access), each: add(body, union(add(append, access), access)) };
    case "map":
    case "transformList":
      return { once: add(listBase, access), each: filtered(add(append, body)) };
    case "sortBy":
      // bind(range, range.@sortByAssociatedKeys(range.map(body)))
      return { once: add(listBase, fixed(2), listBase, access), each: add(append, body) };
    case "transformMap":
      return { once: add(mapBase, access), each: filtered(add(fixed(3), body)) };
    case "transformMapEntry":
      return { once: add(mapBase, access), each: filtered(add(fixed(2), body)) };
  }
}
