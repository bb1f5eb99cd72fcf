import { describe, expect, it } from "vitest";
import {
  constraintsOf,
  isRequired,
  mergeConstraints,
  type Tag,
} from "../../generators/model/index.js";
import { checkValue } from "../../generators/model/tags/check.js";
import { splitTag } from "../../generators/model/tags/index.js";

/** Tags as the linker makes them of lines. */
function tagsOf(...lines: readonly string[]): readonly Tag[] {
  return lines.map((line, index) => {
    const { entry, ...text } = splitTag(line.slice(1));
    if (entry === undefined) throw new Error(`no tag ${line}`);
    const checked = checkValue({ tag: { ...text, entry }, target: "member" });
    expect(checked.problems).toEqual([]);
    return {
      name: text.name,
      value: text.value?.text,
      ...(checked.arguments === undefined ? {} : { arguments: checked.arguments }),
      span: { file: "types.ts", line: index + 1, column: 1, text: line, length: line.length },
    };
  });
}

function valuesOf(...lines: readonly string[]): unknown {
  return constraintsOf(tagsOf(...lines)).map(({ path, values }) => [path.join("."), values]);
}

describe("constraints of tags", () => {
  it.each([
    ["+kubebuilder:validation:Maximum=1.5", { maximum: 1.5 }],
    ["+kubebuilder:validation:ExclusiveMinimum=true", { exclusiveMinimum: true }],
    ["+kubebuilder:validation:Pattern=`^a,b$`", { pattern: "^a,b$" }],
    ['+kubebuilder:validation:Enum=a;1;true;"x y"', { enum: ["a", 1, true, "x y"] }],
    ["+kubebuilder:validation:Type=string", { type: "string" }],
    ["+kubebuilder:title=Replicas", { title: "Replicas" }],
    ["+kubebuilder:example={a: 1}", { example: { a: 1 } }],
    [
      '+kubebuilder:externalDocs:url="https://example.com",description="More"',
      { externalDocs: { url: "https://example.com", description: "More" } },
    ],
    ["+nullable", { nullable: true }],
    ["+structType=atomic", { "x-kubernetes-map-type": "atomic" }],
    ["+k8s:minLength=3 # why", { minLength: 3 }],
    ["+k8s:format=k8s-short-name", { format: "k8s-short-name" }],
    [
      "+k8s:immutable",
      { "x-kubernetes-validations": [{ rule: "self == oldSelf", message: "field is immutable" }] },
    ],
    [
      '+kubebuilder:validation:XValidation:rule="self > 0",message="positive",optionalOldSelf=true',
      {
        "x-kubernetes-validations": [
          { rule: "self > 0", message: "positive", optionalOldSelf: true },
        ],
      },
    ],
    [
      "+kubebuilder:validation:ExactlyOneOf=a;b",
      {
        "x-kubernetes-validations": [
          {
            rule: "(has(self.a)?1:0)+(has(self.b)?1:0) == 1",
            message: "exactly one of the fields in [a b] must be set",
          },
        ],
      },
    ],
  ])("%s", (line, values) => {
    expect(valuesOf(line)).toEqual([["", values]]);
  });

  it("go below the value by items:, additionalProperties: and eachVal", () => {
    expect(
      valuesOf(
        "+kubebuilder:validation:items:MinLength=1",
        "+kubebuilder:validation:items:additionalProperties:items:Maximum=3",
        "+k8s:eachVal=+k8s:eachVal=+k8s:maxLength=9",
        "+kubebuilder:validation:additionalProperties:XValidation:rule=\"self != ''\"",
        "+kubebuilder:validation:MaxItems=4",
      ),
    ).toEqual([
      ["", { maxItems: 4 }],
      ["items", { minLength: 1 }],
      ["items.additionalProperties.items", { maximum: 3 }],
      ["each.each", { maxLength: 9 }],
      ["additionalProperties", { "x-kubernetes-validations": [{ rule: "self != ''" }] }],
    ]);
  });

  it("have no keys to merge by where keys say which items of an atomic list are unique", () => {
    const tags = ["+k8s:listType=atomic", "+k8s:unique=map", "+k8s:listMapKey=name"];
    expect(valuesOf(...tags)).toEqual([["", { "x-kubernetes-list-type": "atomic" }]]);
  });

  it("are applied by controller-gen's priorities, and otherwise in source order", () => {
    expect(
      valuesOf(
        "+kubebuilder:validation:AtLeastOneOf=a",
        "+kubebuilder:validation:AtMostOneOf=a",
        "+kubebuilder:validation:MaxLength=1",
        "+kubebuilder:validation:Type=string",
        "+k8s:listMapKey=name",
        "+listType=map",
      ),
    ).toMatchObject([
      ["", { type: "string" }],
      ["", { "x-kubernetes-list-type": "map" }],
      ["", { maxLength: 1 }],
      ["", { "x-kubernetes-list-map-keys": ["name"] }],
      ["", { "x-kubernetes-validations": [{ rule: "(has(self.a)?1:0) <= 1" }] }],
      ["", { "x-kubernetes-validations": [{ rule: "has(self.a)" }] }],
    ]);
  });

  it("merge: the last of a key counts, rules and list map keys are collected", () => {
    const constraints = constraintsOf(
      tagsOf(
        "+k8s:maxLength=3",
        "+kubebuilder:validation:MaxLength=4",
        "+listMapKey=name",
        "+k8s:listMapKey=name",
        "+listMapKey=port",
        "+kubebuilder:validation:XValidation:rule=a",
        "+kubebuilder:validation:XValidation:rule=b",
      ),
    );
    expect(mergeConstraints(constraints)).toEqual({
      maxLength: 4,
      "x-kubernetes-list-map-keys": ["name", "port"],
      "x-kubernetes-validations": [{ rule: "a" }, { rule: "b" }],
    });
  });

  it("are none in tags about other things", () => {
    expect(
      valuesOf(
        "+required",
        "+default=1",
        "+k8s:maxBytes=4",
        '+k8s:neq="x"',
        "+patchStrategy=merge",
      ),
    ).toEqual([]);
  });
});

describe("requiredness", () => {
  const ask = (lines: readonly string[], optional = false, optionalByDefault = false): boolean =>
    isRequired({ tags: tagsOf(...lines), optional, optionalByDefault });

  it("is TypeScript's, unless tags say otherwise", () => {
    expect([ask([]), ask([], true), ask([], false, true)]).toEqual([true, false, false]);
    expect(ask(["+required"], true)).toBe(true);
    expect(ask(["+k8s:optional"])).toBe(false);
    expect(ask(["+required", "+optional"])).toBe(false);
    expect(ask(["+optional", "+kubebuilder:validation:Required"], true)).toBe(true);
    expect(ask(["+kubebuilder:validation:Required", "+kubebuilder:validation:Optional"])).toBe(
      false,
    );
  });
});
