export interface Named<T> {
  name: string;
  value: T;
}

export type Pair<A, B> = { a: A; b: B };

export interface DatabaseSpec {
  user: Named<string>;
  disk: Disk<string>;
}

export interface Disk {
  size: string;
  users: Array;
  labels: Record<string>;
}
