import { expect, it } from "vitest";
import type { JSONSchemaProps } from "../../src/apis/apiextensions.k8s.io/v1/schema.js";
import type { CustomResourceDefinition } from "../../src/apis/apiextensions.k8s.io/v1/types.js";
import {
  causesOf,
  coerceMetadata,
  compile,
  prune,
  schemaErrors,
  structuralOf,
  validateCustomResourceDefinition,
} from "../../src/schema/index.js";
import { mulberry32 } from "../random.js";
import { randomJSON } from "../random-json.js";

const keywords = [
  "type",
  "properties",
  "items",
  "additionalProperties",
  "default",
  "enum",
  "pattern",
  "format",
  "maximum",
  "maxLength",
  "required",
  "anyOf",
  "allOf",
  "oneOf",
  "not",
  "nullable",
  "x-kubernetes-list-type",
  "x-kubernetes-list-map-keys",
  "x-kubernetes-map-type",
  "x-kubernetes-int-or-string",
  "x-kubernetes-preserve-unknown-fields",
  "x-kubernetes-embedded-resource",
  "x-kubernetes-validations",
  "dependencies",
  "definitions",
  "patternProperties",
  "additionalItems",
  "externalDocs",
];
const types = ["object", "array", "string", "integer", "number", "boolean"];

/** A schema whose keywords have values of any kind, most of them the right one. */
function randomSchema(random: () => number, depth = 3): unknown {
  if (random() < 0.1) return randomJSON(random, 2);
  const pick = <T>(values: readonly T[]): T | undefined =>
    values[Math.floor(random() * values.length)];
  const schema: Record<string, unknown> = { type: pick(types) };
  for (let count = Math.floor(random() * 5); count > 0; count -= 1) {
    const keyword = pick(keywords) ?? "type";
    const child = (): unknown => (depth > 0 ? randomSchema(random, depth - 1) : {});
    if (random() < 0.3) schema[keyword] = randomJSON(random, 2);
    else if (keyword === "properties")
      schema[keyword] = { a: child(), metadata: child(), __proto__: null };
    else if (["anyOf", "allOf", "oneOf"].includes(keyword)) schema[keyword] = [child(), child()];
    else if (["items", "additionalProperties", "not"].includes(keyword)) schema[keyword] = child();
    else
      schema[keyword] = pick([true, "a", ["a"], 1, "set", "map", [{ rule: "self" }], "(", "date"]);
  }
  return schema;
}

it("takes any schema and any object without failing", () => {
  const random = mulberry32(7);
  for (let round = 0; round < 1_000; round += 1) {
    const props = randomSchema(random) as JSONSchemaProps;
    causesOf(
      schemaErrors({ props: typeof props === "object" && props !== null ? props : {}, path: "x" }),
    );
    const structural = structuralOf(
      typeof props === "object" && props !== null && !Array.isArray(props) ? props : {},
    );
    const object = randomJSON(random);
    coerceMetadata({ object, schema: structural, malformed: random() < 0.5 ? "drop" : "error" });
    prune({ object, schema: structural });
    const compiled = compile(structural);
    compiled.applyDefaults(object);
    try {
      causesOf(compiled.validate({ object, oldObject: randomJSON(random) }));
    } catch (error) {
      // The pattern of a schema that nobody has checked may be none.
      expect(String(error)).toMatch(/error parsing regexp/);
    }
  }
});

it("takes any definition without failing", () => {
  const random = mulberry32(8);
  const any = (value: unknown): unknown => (random() < 0.2 ? randomJSON(random, 2) : value);
  for (let round = 0; round < 300; round += 1) {
    const version = (): unknown =>
      any({
        name: any("v1"),
        served: any(true),
        storage: any(true),
        schema: any({ openAPIV3Schema: randomSchema(random) }),
        subresources: any({ status: {}, scale: any({ specReplicasPath: any(".spec.a") }) }),
        additionalPrinterColumns: any([any({ name: any("A"), type: any("string") })]),
        selectableFields: any([any({ jsonPath: any(".spec.a") })]),
      });
    const definition = {
      metadata: { name: "a" },
      spec: {
        group: any("a.b"),
        scope: any("Cluster"),
        names: any({ plural: any("as"), kind: any("A"), shortNames: any(["a"]) }),
        versions: any([version(), version()]),
        conversion: any({
          strategy: any("Webhook"),
          webhook: any({ clientConfig: any({ url: any("https://a") }) }),
        }),
      },
    } as unknown as CustomResourceDefinition;
    causesOf(validateCustomResourceDefinition({ definition }));
    causesOf(validateCustomResourceDefinition({ definition, old: definition }));
  }
});
