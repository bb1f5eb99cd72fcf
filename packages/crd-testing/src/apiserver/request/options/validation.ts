import type { FieldError } from "crd-runtime/schema";
import { goQuote, invalid } from "../../status/index.js";

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
  return [unsupported({ field: "dryRun", badValue: values, supported: ["All"] })];
}

export function unsupported(input: {
  readonly field: string;
  readonly badValue: unknown;
  readonly supported: readonly string[];
}): FieldError {
  const { field, badValue, supported } = input;
  const detail = `supported values: ${supported.map(goQuote).join(", ")}`;
  return { type: "FieldValueNotSupported", field, badValue, detail };
}

export function forbiddenField(field: string, detail: string): FieldError {
  return { type: "FieldValueForbidden", field, detail };
}
