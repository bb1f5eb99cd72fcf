import { diagnostic, type SourceSpan } from "../diagnostics/index.js";
import type { TypeId, UnionExpression } from "../model/index.js";
import type { Marked } from "./markers.js";
import { anyValue, type JSONSchemaProps } from "./schema.js";
import { discriminatedUnion } from "./union.js";

/** The schema of a union, and what it cannot say. */
export function unionSchema(input: {
  readonly expression: UnionExpression;
  readonly schemaOf: (id: TypeId) => JSONSchemaProps;
  readonly span: SourceSpan;
  /** `member 'source'` or `type Source`, for messages. */
  readonly subject: string;
}): Marked {
  const { expression, schemaOf, span, subject } = input;
  if (expression.form !== "discriminated") {
    const form = expression.form === "oneOrMany" ? "T | T[]" : "T | boolean";
    return {
      schema: anyValue,
      problems: [diagnostic("crd/union-not-checked", { subject, form }, { span })],
    };
  }
  const { schema, unchecked, unruled, undefaulted } = discriminatedUnion({
    discriminant: expression.discriminant,
    members: expression.members.map(({ id, value }) => ({ value, schema: schemaOf(id) })),
  });
  const report =
    (code: "crd/union-members-differ" | "crd/rules-in-union" | "crd/default-in-union") =>
    (property: string) =>
      diagnostic(code, { subject, property }, { span });
  return {
    schema,
    problems: [
      ...unchecked.map(report("crd/union-members-differ")),
      ...unruled.map(report("crd/rules-in-union")),
      ...undefaulted.map(report("crd/default-in-union")),
    ],
  };
}
