/** A number that is not known exactly: a size, or a cost. Neither is above 2^64, which stands for anything larger. */
export interface Range {
  readonly min: number;
  readonly max: number;
}

const limit = 2 ** 64;

/** A number that is known. */
export function fixed(value: number): Range {
  return { min: value, max: value };
}

/** A number of which nothing is known. */
export const unknown: Range = { min: 0, max: limit };

export function add(...ranges: readonly Range[]): Range {
  return {
    min: ranges.reduce((sum, { min }) => Math.min(sum + min, limit), 0),
    max: ranges.reduce((sum, { max }) => Math.min(sum + max, limit), 0),
  };
}

export function multiply(left: Range, right: Range): Range {
  return {
    min: Math.min(left.min * right.min, limit),
    max: Math.min(left.max * right.max, limit),
  };
}

/** Multiplied by a factor, and rounded up. */
export function scale({ min, max }: Range, factor: number): Range {
  return {
    min: Math.min(Math.ceil(min * factor), limit),
    max: Math.min(Math.ceil(max * factor), limit),
  };
}

/** The range that holds both. */
export function union(left: Range, right: Range): Range {
  return { min: Math.min(left.min, right.min), max: Math.max(left.max, right.max) };
}
