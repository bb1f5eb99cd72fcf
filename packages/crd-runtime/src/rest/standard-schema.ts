/**
 * A schema of Standard Schema v1 (standardschema.dev), which zod and others make: as much of it as is used. No library is
 * loaded for it.
 */
export interface StandardSchema {
  readonly "~standard": {
    readonly validate: (value: unknown) => StandardResult | PromiseLike<StandardResult>;
  };
}

/** What a schema says of a value: without issues, it is one of its values. */
export interface StandardResult {
  readonly issues?: readonly StandardIssue[] | undefined;
}

/** One thing that is wrong with a value. */
export interface StandardIssue {
  readonly message: string;
  readonly path?: readonly (PropertyKey | { readonly key: PropertyKey })[] | undefined;
}
