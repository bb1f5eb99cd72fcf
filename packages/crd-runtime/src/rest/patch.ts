/**
 * How the body of a patch is meant: `json` a list of operations (RFC 6902), `merge` a part of the
 * object (RFC 7386), `strategic` the same with the lists of built-in kinds merged (custom resources
 * refuse it), `apply` the fields that the caller wants to own (server-side apply).
 */
export type PatchType = "json" | "merge" | "strategic" | "apply";

/** A change of an object. */
export interface Patch {
  readonly type: PatchType;
  /** Sent as JSON; a string is sent as it is. */
  readonly body: unknown;
  /** `status`, `scale` ... */
  readonly subresource?: string | undefined;
}

/** Content-Type of each patch type. The server reads JSON as YAML, so `apply` takes either. */
export const patchContentTypes: Readonly<Record<PatchType, string>> = {
  json: "application/json-patch+json",
  merge: "application/merge-patch+json",
  strategic: "application/strategic-merge-patch+json",
  apply: "application/apply-patch+yaml",
};
