/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  metadata: import("crd-runtime").ObjectMeta;
}
