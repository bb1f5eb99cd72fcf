import type { SelectableField } from "../../apis/apiextensions.k8s.io/v1/types.js";
import { duplicate, type FieldError, invalid, required, tooMany } from "../field-error.js";
import { findField } from "../openapi/field-path.js";
import { text } from "../openapi/props.js";
import type { Structural } from "../structural.js";

const maxSelectableFields = 8;
const selectableTypes: ReadonlySet<string> = new Set(["boolean", "integer", "string"]);

/** What is wrong with the fields that field selectors may name. */
export function selectableFieldsErrors(input: {
  readonly fields: readonly SelectableField[];
  readonly schema: Structural;
  readonly path: string;
}): readonly FieldError[] {
  const { fields, schema, path } = input;
  const errors: FieldError[] = [];
  const seen = new Set<string>();
  fields.forEach((selectable, index) => {
    const field = `${path}[${index}].jsonPath`;
    const jsonPath = text(selectable?.jsonPath);
    if (jsonPath === "") {
      errors.push(required(field));
      return;
    }
    const found = findField({ jsonPath, schema, brackets: "forbidden" });
    if (found.error !== undefined) {
      const detail = `is an invalid path: ${found.error}`;
      errors.push(invalid({ field, value: jsonPath, detail }));
      return;
    }
    if (found.root === "metadata") {
      errors.push(
        invalid({ field, value: jsonPath, detail: "must not point to fields in metadata" }),
      );
    }
    if (!selectableTypes.has(found.schema.type ?? "")) {
      const detail =
        "must point to a field of type string, boolean or integer. Enum string fields and strings with formats are allowed.";
      errors.push(invalid({ field, value: jsonPath, detail }));
    }
    if (seen.has(found.path)) errors.push(duplicate(field, jsonPath));
    seen.add(found.path);
  });
  if (seen.size > maxSelectableFields) {
    errors.push(tooMany({ field: path, actual: seen.size, maximum: maxSelectableFields }));
  }
  return errors;
}
