/** What every API object says about its own type. */
export interface TypeMeta {
  /** Group and version, `example.com/v1`; the core group is just `v1`. */
  apiVersion?: string;
  /** The kind in CamelCase: `Database`. */
  kind?: string;
}
