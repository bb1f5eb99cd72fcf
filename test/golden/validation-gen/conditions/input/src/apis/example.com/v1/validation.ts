import type { DeepReadonly } from "crd-runtime";
import type { FieldError, ValidationInput } from "crd-runtime/validation";
import type { ClusterSpec } from "./types.js";

export function validateCustom_ClusterSpec(
  input: ValidationInput<DeepReadonly<ClusterSpec>>,
): FieldError[] {
  const { owner, region } = input.object;
  const detail = "is the region";
  return owner === undefined || owner !== region
    ? []
    : [{ type: "FieldValueInvalid", field: `${input.path ?? ""}owner`, badValue: owner, detail }];
}

export function validateCustom_ClusterSpec_image(input: ValidationInput<string>): FieldError[] {
  const { object: badValue, oldObject, path: field = "" } = input;
  const detail = oldObject === undefined ? "has no tag" : `has no tag, unlike ${oldObject}`;
  return badValue.includes(":") ? [] : [{ type: "FieldValueInvalid", field, badValue, detail }];
}

export function validateCustom_ClusterSpec_node_selector(
  input: ValidationInput<Readonly<Record<string, string>>>,
): FieldError[] {
  return Object.keys(input.object).length < 2
    ? []
    : [{ type: "FieldValueTooMany", field: input.path ?? "", badValue: 2, detail: "" }];
}
