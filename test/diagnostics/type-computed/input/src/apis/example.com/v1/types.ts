/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  name: keyof User;
  kind: User["name"];
  flags: { [K in "a" | "b"]: string };
  port: `${string}:${string}`;
  plain: `text`;
  self: typeof standard;
  color: (typeof colors)[number];
  either: User extends string ? string : User;
}

export interface User {
  name: string;
}

export const standard = "standard";

export const colors = ["red", "blue"] as const;
