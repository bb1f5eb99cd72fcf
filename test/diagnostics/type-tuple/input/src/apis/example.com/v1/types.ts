/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  range: [string, string];
  pairs: readonly [string, string][];
  rest: readonly [string];
}
