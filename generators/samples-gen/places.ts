import type { FieldError } from "crd-runtime/schema";
import type { SourceSpan } from "../diagnostics/index.js";
import { type ApiModel, type ApiType, constraintsOf, type JsonValue } from "../model/index.js";
import { isSame } from "./schema.js";

/** The tag that gives a member its example. */
export function placeOfExample(input: {
  readonly model: ApiModel;
  readonly member: string;
  readonly example: JsonValue;
}): SourceSpan | undefined {
  const { member, example } = input;
  const tags = typesOf(input.model).flatMap((type) =>
    type.declaration.kind === "interface"
      ? type.declaration.members.filter(({ name }) => name === member).flatMap((one) => one.tags)
      : [],
  );
  return constraintsOf(tags).find(({ values }) => isSame(values.example, example))?.tag.span;
}

/** The tag of the rule that says so. */
export function placeOfRule(input: {
  readonly model: ApiModel;
  readonly problem: FieldError;
}): SourceSpan | undefined {
  const { detail } = input.problem;
  const tags = typesOf(input.model).flatMap((type) => [
    ...type.tags,
    ...(type.declaration.kind === "interface"
      ? type.declaration.members.flatMap((member) => member.tags)
      : []),
  ]);
  return constraintsOf(tags).find(({ values }) =>
    values["x-kubernetes-validations"]?.some(
      ({ rule, message }) => (message ?? `failed rule: ${rule}`) === detail,
    ),
  )?.tag.span;
}

function typesOf(model: ApiModel): readonly ApiType[] {
  return model.groups.flatMap(({ versions }) => versions.flatMap(({ types }) => types));
}
