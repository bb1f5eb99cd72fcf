import type { FieldValidation } from "../options/write-options.js";
import type { Warnings } from "../warnings.js";

/**
 * Warns of, or ignores, what a body has too much. Returns the text for the refusal when it is to be refused:
 * `strict decoding error: unknown field "spec.foo"`.
 */
export function reportStrictErrors(input: {
  readonly errors: readonly string[];
  readonly fieldValidation: FieldValidation;
  readonly warnings: Warnings;
}): string | undefined {
  const { errors, fieldValidation, warnings } = input;
  if (errors.length === 0 || fieldValidation === "Ignore") return undefined;
  if (fieldValidation === "Strict") return strictDecodingError(errors);
  for (const error of errors) warnings.add(error);
  return undefined;
}

export function strictDecodingError(errors: readonly string[]): string {
  return `strict decoding error: ${errors.join(", ")}`;
}
