import type { FieldError, ValidationInput } from "crd-runtime/validation";
import type { QueueSpec } from "./types.js";

export function validateCustom_QueueSpec(object: QueueSpec): FieldError[] {
  return object.name === undefined ? [] : [];
}

export async function validateCustom_QueueSpec_name(
  _input: ValidationInput<string>,
): Promise<FieldError[]> {
  return [];
}

export function validateCustom_QueueSpec_other(_input: ValidationInput<string>): boolean {
  return true;
}
