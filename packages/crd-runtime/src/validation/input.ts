import type { CelCompiler } from "../schema/cel/cel-compiler.js";
import { type FieldError, noField } from "../schema/field-error.js";

/** What holds for a whole validation, however deep. */
export interface ValidationSettings {
  /** Whether each option of `+k8s:ifEnabled` and `+k8s:ifDisabled` is on; one that is missing is an internal error. */
  readonly options?: Readonly<Record<string, boolean>> | undefined;
  /** Is told what the rules behind `+k8s:alpha` find: no function gives that back. */
  readonly onAlpha?: ((error: FieldError) => void) | undefined;
  /** Evaluates rules in CEL: `celCompiler()` of `crd-runtime/cel`. Rules that are not evaluated are an internal error. */
  readonly cel?: CelCompiler | undefined;
}

/** A value to validate. */
export interface ValidationInput<T> extends ValidationSettings {
  readonly object: T;
  /** On update: the value as it was; undefined where nothing corresponds to it, as for an item that was added. */
  readonly oldObject?: T | undefined;
  /** Field path of the value: `spec`, `spec.items[0]`; none for a whole object. */
  readonly path?: string;
  /** `update` where there is an old object, else `create`. */
  readonly operation?: "create" | "update";
  /** Set by the schema of a value for what is in it: what types alone say has been checked there. */
  readonly schemaChecked?: boolean | undefined;
}

/** A value of a type with rules in CEL, which its function cannot do without the means to evaluate them. */
export interface RuledInput<T> extends ValidationInput<T> {
  readonly cel: CelCompiler;
}

/**
 * Finds what is wrong with a value. A value of another type than `T` has no errors here: types are for a schema to check,
 * and no check throws.
 */
export type Check<T> = (input: RuledInput<T>) => FieldError[];

/** Which item of the old list is the same one. */
export type Match = (item: unknown, other: unknown) => boolean;

export function isUpdate(input: ValidationInput<unknown>): boolean {
  return (input.operation ?? (input.oldObject === undefined ? "create" : "update")) === "update";
}

/** The path as errors name it. */
export function fieldOf({ path = "" }: { readonly path?: string }): string {
  return path === "" ? noField : path;
}

export function memberPath(path: string | undefined, name: string): string {
  return path === undefined || path === "" ? name : `${path}.${name}`;
}

export function keyPath(path: string | undefined, key: string | number): string {
  return `${path ?? ""}[${key}]`;
}

type InnerInput = ValidationInput<unknown> &
  Required<Pick<ValidationInput<unknown>, "oldObject" | "path" | "operation">>;

/** A value in the value that is validated, with what it was. */
export function inside(input: {
  readonly of: ValidationInput<unknown>;
  readonly object: unknown;
  readonly oldObject: unknown;
  readonly path: string;
}): InnerInput {
  const { of, object, oldObject, path } = input;
  const { options, onAlpha, cel, schemaChecked } = of;
  const operation = isUpdate(of) ? "update" : "create";
  return { object, oldObject, path, operation, options, onAlpha, cel, schemaChecked };
}

/** What is checked under a condition, or of a part of a value, is in no schema. */
export function withoutSchema<T>(of: ValidationInput<T>): ValidationInput<T> {
  return of.schemaChecked === true ? { ...of, schemaChecked: undefined } : of;
}

/** What all checks find, in their order. */
export function runChecks(
  checks: readonly Check<never>[],
  input: ValidationInput<unknown>,
): FieldError[] {
  // The generated code gives each check what it is for; what JSON holds instead, every check lets pass.
  return checks.flatMap((check) => check(input as RuledInput<never>));
}
