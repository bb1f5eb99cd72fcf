import type { int32 } from "crd-runtime";

/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  port: string | number;
  size: int32 | string;
  user: User | string;
  either: User | Group;
  inline: { kind: "a" } | { kind: "b" };
  open: "a" | string;
  nothing: null;
  many: string | User[];
  three: string | string[] | boolean;
}

export interface User {
  name: string;
}

export interface Group {
  name: string;
}
