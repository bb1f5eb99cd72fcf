import type { ManagedFieldsEntry } from "../../meta/managed-fields-entry.js";
import { type FieldError, invalid, notSupported, required, tooLong } from "../field-error.js";
import { isPrintable } from "../text/go.js";

const maxManagerBytes = 128;
const maxSubresourceBytes = 256;

/** What is wrong with managedFields; validation.ValidateManagedFields of apimachinery. */
export function managedFieldsErrors(
  entries: readonly ManagedFieldsEntry[],
  path: string,
): readonly FieldError[] {
  return entries.flatMap((entry, index) => entryErrors(entry, `${path}[${index}]`));
}

/** What is wrong with the name of a field manager; validation.ValidateFieldManager of apimachinery. */
export function fieldManagerErrors(manager: string, field: string): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (Buffer.byteLength(manager) > maxManagerBytes) errors.push(tooLong(field, maxManagerBytes));
  let position = 0;
  for (const character of manager) {
    if (!isPrintable(character)) {
      const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
      const detail = `invalid character U+${code} (at position ${position})`;
      errors.push(invalid({ field, value: manager, detail }));
    }
    position += Buffer.byteLength(character);
  }
  return errors;
}

function entryErrors(entry: ManagedFieldsEntry, path: string): readonly FieldError[] {
  const { fieldsType = "", manager = "", subresource = "" } = entry;
  const operation: string = entry.operation ?? "";
  const errors: FieldError[] = [];
  const field = `${path}.operation`;
  if (operation === "") errors.push(required(field, "must not be empty"));
  else if (operation !== "Apply" && operation !== "Update") {
    errors.push(notSupported({ field, value: operation, supported: ["Apply", "Update"] }));
  }
  if (fieldsType !== "" && fieldsType !== "FieldsV1") {
    const detail = "must be `FieldsV1`";
    errors.push(invalid({ field: `${path}.fieldsType`, value: fieldsType, detail }));
  }
  errors.push(...fieldManagerErrors(manager, `${path}.manager`));
  if (Buffer.byteLength(subresource) > maxSubresourceBytes) {
    errors.push(tooLong(`${path}.subresource`, maxSubresourceBytes));
  }
  return errors;
}
