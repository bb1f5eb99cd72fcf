/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  size: bigint;
  limit: 10n;
}
