/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  user: string;
  "user": string;
}
