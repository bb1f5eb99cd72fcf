import {
  type FieldError,
  fieldManagerErrors,
  forbidden,
  notSupported,
  required,
} from "crd-runtime/schema";
import type { QueryValues } from "../query.js";
import { booleanParameter, textParameter } from "./parameters.js";
import { assertValid, dryRunErrors } from "./validation.js";

/** What happens to unknown and duplicate fields: dropped silently, dropped with warnings, refused. */
export type FieldValidation = "Ignore" | "Strict" | "Warn";

/** CreateOptions and UpdateOptions of meta.k8s.io. */
export interface WriteOptions {
  /** Do all but the write. */
  readonly dryRun: boolean;
  /** `""`: it comes from the User-Agent. */
  readonly fieldManager: string;
  readonly fieldValidation: FieldValidation;
}

/** PatchOptions of meta.k8s.io. */
export interface PatchOptions extends WriteOptions {
  /** Take over fields of other managers; for apply patches alone. */
  readonly force: boolean;
}

const defaults: WriteOptions = { dryRun: false, fieldManager: "", fieldValidation: "Warn" };

/** @throws StatusError 422 */
export function createOptions(query: QueryValues): WriteOptions {
  return writeOptions("CreateOptions", query);
}

/** @throws StatusError 422 */
export function updateOptions(query: QueryValues): WriteOptions {
  return writeOptions("UpdateOptions", query);
}

/** @throws StatusError 422 */
export function patchOptions(input: {
  readonly query: QueryValues;
  readonly isApply: boolean;
}): PatchOptions {
  const { query, isApply } = input;
  const force = booleanParameter(query, "force");
  const errors: FieldError[] = [];
  if (isApply && textParameter(query, "fieldManager") === "") {
    errors.push(required("fieldManager", "is required for apply patch"));
  } else if (!isApply && force !== undefined) {
    errors.push(forbidden("force", "may not be specified for non-apply patch"));
  }
  assertValid("PatchOptions", [...errors, ...writeErrors(query)]);
  return { force: force ?? false, ...read(query) };
}

function writeOptions(kind: "CreateOptions" | "UpdateOptions", query: QueryValues): WriteOptions {
  if (query.size === 0) return defaults;
  assertValid(kind, writeErrors(query));
  return read(query);
}

function read(query: QueryValues): WriteOptions {
  return {
    dryRun: (query.get("dryRun") ?? []).length > 0,
    fieldManager: textParameter(query, "fieldManager"),
    fieldValidation: fieldValidationOf(textParameter(query, "fieldValidation")) ?? "Warn",
  };
}

function writeErrors(query: QueryValues): readonly FieldError[] {
  const validation = textParameter(query, "fieldValidation");
  const known = validation === "" || fieldValidationOf(validation) !== undefined;
  return [
    ...fieldManagerErrors(textParameter(query, "fieldManager"), "fieldManager"),
    ...dryRunErrors(query.get("dryRun") ?? []),
    ...(known
      ? []
      : [
          notSupported({
            field: "fieldValidation",
            value: validation,
            supported: ["", "Ignore", "Strict", "Warn"],
          }),
        ]),
  ];
}

function fieldValidationOf(text: string): FieldValidation | undefined {
  return text === "Ignore" || text === "Strict" || text === "Warn" ? text : undefined;
}
