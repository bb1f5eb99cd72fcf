import type { JSONSchemaProps, ValidationRule } from "../../apis/apiextensions.k8s.io/v1/schema.js";
import { type FieldError, invalid, notSupported, required } from "../field-error.js";
import { structuralOf } from "../structural-of.js";
import { findField } from "./field-path.js";
import { rulesOf } from "./props.js";
import type { SchemaAt } from "./structural-errors.js";

const newLine = /[\n\r]/;
const reasons = [
  "FieldValueDuplicate",
  "FieldValueForbidden",
  "FieldValueInvalid",
  "FieldValueRequired",
];

/** What is wrong with the members of x-kubernetes-validations, apart from the expressions. */
export function ruleErrors({ props, path }: SchemaAt): readonly FieldError[] {
  return rulesOf(props).flatMap((rule, index) => {
    const at = `${path}.x-kubernetes-validations[${index}]`;
    return [...textErrors(rule, at), ...placeErrors({ rule, at, props })];
  });
}

function textErrors(rule: ValidationRule, at: string): readonly FieldError[] {
  const errors: FieldError[] = [];
  const { message = "", messageExpression = "", rule: expression = "" } = rule;
  const field = `${at}.message`;
  if (expression.trim() === "") errors.push(required(`${at}.rule`, "rule is not specified"));
  else if (message !== "" && message.trim() === "") {
    errors.push(invalid({ field, value: message, detail: "must be non-empty if specified" }));
  } else if (newLine.test(message.trim())) {
    errors.push(invalid({ field, value: message, detail: "must not contain line breaks" }));
  } else if (newLine.test(expression.trim()) && message.trim() === "") {
    errors.push(required(field, "message must be specified if rule contains line breaks"));
  }
  if (messageExpression !== "" && messageExpression.trim() === "") {
    const detail = "messageExpression must be non-empty if specified";
    errors.push(required(`${at}.messageExpression`, detail));
  }
  return errors;
}

function placeErrors(input: {
  readonly rule: ValidationRule;
  readonly at: string;
  readonly props: JSONSchemaProps;
}): readonly FieldError[] {
  const { rule, at, props } = input;
  const { fieldPath = "", reason } = rule;
  const errors: FieldError[] = [];
  if (reason !== undefined && reason !== null && !reasons.includes(reason)) {
    errors.push(notSupported({ field: `${at}.reason`, value: reason, supported: reasons }));
  }
  if (fieldPath === "") return errors;
  const field = `${at}.fieldPath`;
  if (fieldPath.trim() === "") {
    errors.push(invalid({ field, value: fieldPath, detail: "must be non-empty if specified" }));
  }
  if (newLine.test(fieldPath)) {
    errors.push(invalid({ field, value: fieldPath, detail: "must not contain line breaks" }));
  }
  const schema = structuralOf(props);
  const found = findField({ jsonPath: fieldPath, schema, brackets: "allowed" });
  if (found.error !== undefined) {
    errors.push(invalid({ field, value: fieldPath, detail: "must be a valid path" }));
  }
  return errors;
}
