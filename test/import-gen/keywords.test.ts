import { describe, expect, it, test } from "vitest";
import { applyJsonPatch } from "../../generators/crd-gen/json-patch.js";
import { Identities } from "../../generators/import-gen/identity.js";
import { markersOf } from "../../generators/import-gen/keywords.js";
import { moves, operations } from "../../generators/import-gen/patch.js";
import type { Schema } from "../../generators/import-gen/schema.js";
import type { JsonValue } from "../../generators/model/index.js";

function written(schema: Schema, path = ""): readonly string[] {
  const { markers, rest } = markersOf({ schema, place: { at: "member", path } });
  return [
    ...markers.map(({ name, value }) => `+${name}${value}`),
    ...(Object.keys(rest).length === 0 ? [] : [JSON.stringify(rest)]),
  ];
}

describe("keywords as markers", () => {
  it.each([
    [{ type: "string", pattern: "^[a-z]+$" }, "+kubebuilder:validation:Pattern=`^[a-z]+$`"],
    [{ type: "string", pattern: "`" }, '+kubebuilder:validation:Pattern="`"'],
    [
      { type: "string", enum: ["a", "", "1", "b c", "d;e"] },
      '+kubebuilder:validation:Enum=a;"";"1";"b c";"d;e"',
    ],
    [{ type: "string", default: "true" }, '+kubebuilder:default="true"'],
    [{ type: "string", default: "a,b" }, '+kubebuilder:default="a,b"'],
    [{ type: "boolean", default: false }, "+kubebuilder:default=false"],
    [{ type: "object", default: { a: [1] } }, '+default={"a":[1]}'],
    [
      { type: "integer", maximum: 9223372036854775000 },
      "+kubebuilder:validation:Maximum=9223372036854775000",
    ],
    [{ type: "string", example: { a: ["b", "1"] } }, '+kubebuilder:example={"a": {b,"1"}}'],
    [
      { externalDocs: { url: "https://x.y", description: 'say "hi"' } },
      '+kubebuilder:externalDocs:url="https://x.y",description=`say "hi"`',
    ],
    [
      {
        "x-kubernetes-validations": [
          {
            rule: "self != 'a'",
            message: "no `a`",
            reason: "FieldValueInvalid",
            optionalOldSelf: true,
          },
        ],
      },
      '+kubebuilder:validation:XValidation:rule="self != \'a\'",message="no `a`",reason=FieldValueInvalid,optionalOldSelf=true',
    ],
    [{ type: "object", "x-kubernetes-map-type": "atomic" }, "+mapType=atomic"],
  ])("%j", (schema, marker) => {
    const type = "type" in schema ? [`+kubebuilder:validation:Type=${schema.type}`] : [];
    expect([...written(schema)].sort()).toEqual([marker, ...type].sort());
  });

  it("have the way to what is inside in their names", () => {
    expect(written({ format: "uri", "x-kubernetes-embedded-resource": true }, "items:")).toEqual([
      "+kubebuilder:validation:items:Format=uri",
      "+kubebuilder:validation:items:XEmbeddedResource",
    ]);
  });

  it("stay where there is no marker, or it would be refused", () => {
    expect(written({ oneOf: [{ required: ["a"] }] })).toEqual(['{"oneOf":[{"required":["a"]}]}']);
    expect(written({ format: "" })).toEqual(['{"format":""}']);
    expect(written({ title: "" })).toEqual(['{"title":""}']);
    // Beside a string, controller-gen reads 1 as one.
    expect(written({ example: [["b"], [1]] })).toEqual(['{"example":[["b"],[1]]}']);
    expect(written({ type: "array", maxLength: 3 })).toEqual([
      "+kubebuilder:validation:Type=array",
      '{"maxLength":3}',
    ]);
    expect(written({ "x-kubernetes-validations": [{ rule: "a", other: 1 }] })).toEqual([
      '{"x-kubernetes-validations":[{"rule":"a","other":1}]}',
    ]);
  });
});

test.each<readonly [JsonValue, JsonValue]>([
  [
    { a: 1, b: { c: [1, 2] } },
    { a: 2, b: { c: [1, 3], "d/e~f": null } },
  ],
  [{ a: [1] }, { a: [1, 2] }],
  [{ a: 1 }, {}],
  [{ required: ["a", "b"] }, { required: ["b", "a"] }],
])("operations turn %j into %j", (from, to) => {
  const identities = new Identities();
  const patch = operations({ from, to, identities });
  const { value } = { value: from, ...applyJsonPatch({ value: from, patch }) };
  expect(identities.of(value)).toBe(identities.of(to));
});

test("moves bring a list into another order", () => {
  const from = ["v1", "v1beta1", "v2"];
  const to = ["v2", "v1", "v1beta1"];
  const patch = moves({ from, to, path: "" });
  expect(applyJsonPatch({ value: from, patch })).toEqual({ value: to });
  expect(moves({ from, to: from, path: "" })).toEqual([]);
});
