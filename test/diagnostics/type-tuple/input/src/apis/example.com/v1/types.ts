/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  range: [string, string?];
  pairs: readonly [from: string, ...to: string[]][];
  none?: readonly [];
  rest: [...string[]];
  fixed: readonly [string, from: string];
}
