/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  at: Date;
  users: Map<string, string>;
  tags: Set<string>;
  key: Uint8Array;
  id: symbol;
  nothing: void;
  nobody: never;
  done: Promise<string>;
  name: String;
  size: 9007199254740993 | -9007199254740993 | 9007199254740991;
  limit: 1e400 | 1;
}
