/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  [name]: string;
  ["user"]: string;
  1e3: string;
  "1000": string;
}

export const name = "name";
