/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  [name]: string;
  ["user"]: string;
}

export const name = "name";
