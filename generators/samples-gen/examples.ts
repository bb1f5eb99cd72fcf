import type { FieldError } from "crd-runtime/schema";
import type { JsonValue } from "../model/index.js";
import type { CompiledSchemas } from "./compiled-schemas.js";
import { itemSchema, type Schema } from "./schema.js";

/** An example that its own schema does not accept. */
export interface WrongExample {
  readonly member: string;
  readonly example: JsonValue;
  readonly problem: FieldError;
}

/** Examples that break what the schema says of the same value; rules are not run. */
export function wrongExamples(input: {
  readonly compiled: CompiledSchemas;
  readonly schema: Schema;
  /** Whose schema it is. */
  readonly member: string;
}): readonly WrongExample[] {
  const { compiled, schema, member } = input;
  const { example, properties = {}, additionalProperties } = schema;
  const item = itemSchema(schema);
  const [problem] =
    example === undefined ? [] : compiled.of(schema).valueErrors({ object: example, path: member });
  return [
    ...(problem === undefined || example === undefined ? [] : [{ member, example, problem }]),
    ...Object.entries(properties).flatMap(([name, one]) =>
      wrongExamples({ compiled, schema: one, member: name }),
    ),
    ...(item === undefined ? [] : wrongExamples({ compiled, schema: item, member })),
    ...(typeof additionalProperties === "object"
      ? wrongExamples({ compiled, schema: additionalProperties, member })
      : []),
  ];
}
