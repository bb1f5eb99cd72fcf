import type { DeepReadonly } from "crd-runtime";
import type { FieldError, ValidationInput } from "crd-runtime/validation";
import type { QueueSpec } from "./types.js";

export function validateCustomQueueSpec(
  _input: ValidationInput<DeepReadonly<QueueSpec>>,
): FieldError[] {
  return [];
}

function validateCustom_QueueSpec_name(_input: ValidationInput<string>): FieldError[] {
  return [];
}

export function validateCustom_QueueSpec_othr(_input: ValidationInput<string>): FieldError[] {
  return [];
}

export function validateCustom_QueueSpec_size(_input: ValidationInput<number>): FieldError[] {
  return [];
}

/** Something else. */
export function validateCustomers(): boolean {
  return validateCustom_QueueSpec_name !== undefined;
}
