export interface DatabaseSpec {
  user: string;
}

export interface DatabaseSpec {
  password: string;
}

export type Phase = "Pending" | "Running";
