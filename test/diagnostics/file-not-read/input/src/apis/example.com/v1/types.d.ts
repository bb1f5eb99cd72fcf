/**
 * What tsc wrote of types.ts.
 * +optional
 */
export interface DatabaseSpec {
  size: number;
}
