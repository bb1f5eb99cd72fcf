/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  user: Partial<User>;
  name: Pick<User, "name">;
  rest: Readonly<Record<string, string>>;
}

export interface User {
  name: string;
}
