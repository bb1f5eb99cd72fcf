import type { FieldError } from "crd-runtime/schema";

const maxBytes = 128;
const printable = /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u;

/** Errors of `fieldManager`: at most 128 bytes, and printable. */
export function fieldManagerErrors(manager: string): readonly FieldError[] {
  const errors: FieldError[] = [];
  const field = "fieldManager";
  if (Buffer.byteLength(manager) > maxBytes) {
    const detail = `may not be more than ${maxBytes} bytes`;
    errors.push({ type: "FieldValueTooLong", field, badValue: "", detail });
  }
  let position = 0;
  for (const character of manager) {
    if (!printable.test(character)) {
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      const detail = `invalid character U+${code} (at position ${position})`;
      errors.push({ type: "FieldValueInvalid", field, badValue: manager, detail });
    }
    position += Buffer.byteLength(character);
  }
  return errors;
}

/** The manager of a write: the one that the options name, or the program that the User-Agent names. */
export function managerOf(input: {
  readonly fieldManager: string;
  readonly userAgent: string;
}): string {
  const { fieldManager, userAgent } = input;
  if (fieldManager !== "") return fieldManager;
  const [program = ""] = userAgent.split("/", 1);
  let manager = "";
  for (const character of program) {
    if (!printable.test(character)) continue;
    if (Buffer.byteLength(manager) + Buffer.byteLength(character) > maxBytes) break;
    manager += character;
  }
  return manager;
}
