import { type FieldError, notSupported } from "crd-runtime/schema";
import { invalid } from "../../status/index.js";

/** The option kinds of meta.k8s.io that requests carry. */
export type OptionsKind =
  | "CreateOptions"
  | "DeleteOptions"
  | "ListOptions"
  | "PatchOptions"
  | "UpdateOptions";

/** @throws StatusError 422 when there are errors: `CreateOptions.meta.k8s.io "" is invalid: ...` */
export function assertValid(kind: OptionsKind, errors: readonly FieldError[]): void {
  if (errors.length > 0) throw invalid({ kind: { group: "meta.k8s.io", kind }, name: "", errors });
}

/** Errors of `dryRun`, which knows the one value All. */
export function dryRunErrors(values: readonly string[]): readonly FieldError[] {
  if (values.every((value) => value === "All")) return [];
  return [notSupported({ field: "dryRun", value: values, supported: ["All"] })];
}
