/** Two values that a filter compares. */
export interface Ordered {
  readonly left: unknown;
  readonly right: unknown;
}

/** A filter compares values that do not compare. */
export class ComparisonError extends Error {
  override readonly name: string = "ComparisonError";
}

/** Whether two scalars of one type are the same. @throws ComparisonError for other values */
export function isEqual({ left, right }: Ordered): boolean {
  requireSameType({ left, right });
  return left === right || (isNumber(left) && isNumber(right) && Number(left) === Number(right));
}

/** Below zero when the left value comes first. @throws ComparisonError for values without an order */
export function order({ left, right }: Ordered): number {
  requireSameType({ left, right });
  if (typeof left === "string" && typeof right === "string") {
    return Buffer.compare(Buffer.from(left), Buffer.from(right));
  }
  if (isNumber(left) && isNumber(right)) return left < right ? -1 : left > right ? 1 : 0;
  throw new ComparisonError("invalid type for comparison");
}

/** Integers and other numbers are different types, as in Go. */
function requireSameType({ left, right }: Ordered): void {
  const type = basicType(left);
  if (type === undefined || basicType(right) === undefined) {
    throw new ComparisonError("invalid type for comparison");
  }
  if (type !== basicType(right)) throw new ComparisonError("incompatible types for comparison");
}

function basicType(value: unknown): string | undefined {
  if (isNumber(value)) return Number.isInteger(Number(value)) ? "integer" : "number";
  return typeof value === "string" || typeof value === "boolean" ? typeof value : undefined;
}

function isNumber(value: unknown): value is bigint | number {
  return typeof value === "number" || typeof value === "bigint";
}
