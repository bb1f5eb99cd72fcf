/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  user: User & { password: string };
}

export interface User {
  name: string;
}

export type Both = User & DatabaseSpec;
