/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  anything: any;
  something: unknown;
  thing: object;
  untyped;
  list: any[];
}
