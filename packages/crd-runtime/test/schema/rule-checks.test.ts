import type { CustomResourceDefinition, JSONSchemaProps } from "crd-runtime/apiextensions/v1";
import { celCompiler } from "crd-runtime/cel";
import { ruleChecks, validateCustomResourceDefinition } from "crd-runtime/schema";
import { expect, it } from "vitest";

function fieldsOf(spec: JSONSchemaProps): readonly string[] {
  const definition: CustomResourceDefinition = {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: "things.example.com" },
    spec: {
      group: "example.com",
      scope: "Namespaced",
      names: { plural: "things", kind: "Thing" },
      versions: [
        {
          name: "v1",
          served: true,
          storage: true,
          schema: { openAPIV3Schema: { type: "object", properties: { spec } } },
        },
      ],
    },
  };
  const errors = validateCustomResourceDefinition({ definition, rules: ruleChecks(celCompiler()) });
  const start = "spec.validation.openAPIV3Schema.properties[spec].";
  return errors.map(({ field }) => field.replace(start, ""));
}

const wrong = { "x-kubernetes-validations": [{ rule: "self.nothing" }] };
/** What the dialect forbids; as a structure it is fine. */
const faulty: JSONSchemaProps = { type: "array", items: { type: "string" }, uniqueItems: true };

it("looks at the expressions of rules wherever nothing else is wrong, there or below", () => {
  const fine: JSONSchemaProps = { type: "object", ...wrong };
  expect(
    fieldsOf({
      type: "object",
      properties: { faulty: { ...faulty, ...wrong }, fine },
      ...wrong,
    }),
  ).toEqual([
    "properties[faulty].uniqueItems",
    "properties[fine].x-kubernetes-validations[0].rule",
  ]);
});

it("looks at no expression when the structure is wrong, or a default", () => {
  const fine: JSONSchemaProps = { type: "object", ...wrong };
  expect(fieldsOf({ type: "object", properties: { untyped: {}, fine } })).toEqual([
    "properties[untyped].type",
  ]);
  expect(
    fieldsOf({ type: "object", properties: { bad: { type: "string", default: 1 }, fine } }),
  ).toEqual(["properties[bad].default"]);
});
