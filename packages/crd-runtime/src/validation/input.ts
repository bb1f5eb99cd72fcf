import { type FieldError, noField } from "../schema/field-error.js";

/** A value to validate. */
export interface ValidationInput<T> {
  readonly object: T;
  /** On update: the value as it was; undefined where nothing corresponds to it, as for an item that was added. */
  readonly oldObject?: T | undefined;
  /** Field path of the value: `spec`, `spec.items[0]`; none for a whole object. */
  readonly path?: string;
  /** `update` where there is an old object, else `create`. */
  readonly operation?: "create" | "update";
}

/**
 * Finds what is wrong with a value. A value of another type than `T` has no errors here: types are for a schema to check,
 * and no check throws.
 */
export type Check<T> = (input: ValidationInput<T>) => FieldError[];

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

/** A value in the value that is validated, with what it was. */
export function inside(input: {
  readonly of: ValidationInput<unknown>;
  readonly object: unknown;
  readonly oldObject: unknown;
  readonly path: string;
}): Required<ValidationInput<unknown>> {
  const { of, object, oldObject, path } = input;
  return { object, oldObject, path, operation: isUpdate(of) ? "update" : "create" };
}

/** What all checks find, in their order. */
export function runChecks(
  checks: readonly Check<never>[],
  input: ValidationInput<unknown>,
): FieldError[] {
  // The generated code gives each check what it is for; what JSON holds instead, every check lets pass.
  return checks.flatMap((check) => check(input as ValidationInput<never>));
}
