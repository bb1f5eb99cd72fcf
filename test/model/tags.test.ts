import { describe, expect, it } from "vitest";
import { diagnostic, formatDiagnostics } from "../../generators/diagnostics/index.js";
import { linkModel, type MarkerValue, tagTable, verbs } from "../../generators/model/index.js";
import {
  checkValue,
  type KnownTagText,
  readMethod,
  scanValue,
  splitTag,
  tagNames,
  tagTargets,
} from "../../generators/model/tags/index.js";
import { parseFile } from "../../generators/parse/index.js";
import { mutate, pick, seeded } from "./random.js";

const rounds = 1500;

function known(text: string): KnownTagText {
  const split = splitTag(text);
  if (split.entry === undefined) throw new Error(`unknown: ${text}`);
  return { ...split, entry: split.entry };
}

describe("tag table", () => {
  it("has every name once", () => {
    const names = tagTable.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(tagNames.length).toBeGreaterThan(150);
  });

  it.each(tagTable.map((entry) => [entry.name, entry] as const))(
    "%s has an example that fits, a place and one line of text",
    (name, entry) => {
      expect(entry.example.startsWith("+")).toBe(true);
      const tag = known(entry.example.slice(1));
      expect(tag.entry.name).toBe(name);
      const places = entry.targets.filter(
        (target) => checkValue({ tag, target }).problems.length === 0,
      );
      expect(places.length).toBeGreaterThan(0);
      expect(entry.targets.every((target) => tagTargets.includes(target))).toBe(true);
      expect(entry.description).toMatch(/^\S.*[.]$/);
      expect(entry.description).not.toContain("\n");
    },
  );

  it("implements the tags of clients, copies, CRD names, roles, webhooks, defaults, merging, validation, conversions and lifecycles, and says so of no other", () => {
    const implemented = tagTable.filter((entry) => entry.implemented).map(({ name }) => name);
    expect(implemented).toMatchInlineSnapshot(`
      [
        "groupName",
        "groupGoName",
        "genclient",
        "genclient:nonNamespaced",
        "genclient:noStatus",
        "genclient:noVerbs",
        "genclient:onlyVerbs",
        "genclient:skipVerbs",
        "genclient:readonly",
        "genclient:method",
        "resourceName",
        "k8s:client-gen",
        "k8s:lister-gen",
        "k8s:informer-gen",
        "k8s:applyconfiguration-gen",
        "k8s:deepcopy-gen",
        "k8s:deepcopy-gen:interfaces",
        "k8s:register-gen",
        "kubebuilder:subresource:status",
        "kubebuilder:storageversion",
        "kubebuilder:resource",
        "kubebuilder:object:generate",
        "kubebuilder:object:root",
        "kubebuilder:skip",
        "kubebuilder:subresource:scale",
        "kubebuilder:printcolumn",
        "kubebuilder:skipversion",
        "kubebuilder:unservedversion",
        "kubebuilder:deprecatedversion",
        "kubebuilder:metadata",
        "kubebuilder:selectablefield",
        "versionName",
        "kubebuilder:ac:generate",
        "kubebuilder:rbac",
        "kubebuilder:webhook",
        "kubebuilder:webhookconfiguration",
        "kubebuilder:validation:Maximum",
        "kubebuilder:validation:Minimum",
        "kubebuilder:validation:ExclusiveMaximum",
        "kubebuilder:validation:ExclusiveMinimum",
        "kubebuilder:validation:MultipleOf",
        "kubebuilder:validation:MaxLength",
        "kubebuilder:validation:MinLength",
        "kubebuilder:validation:Pattern",
        "kubebuilder:validation:MaxItems",
        "kubebuilder:validation:MinItems",
        "kubebuilder:validation:UniqueItems",
        "kubebuilder:validation:MaxProperties",
        "kubebuilder:validation:MinProperties",
        "kubebuilder:validation:Enum",
        "kubebuilder:validation:Format",
        "kubebuilder:validation:Type",
        "kubebuilder:validation:XPreserveUnknownFields",
        "kubebuilder:validation:XEmbeddedResource",
        "kubebuilder:validation:XIntOrString",
        "kubebuilder:validation:XValidation",
        "kubebuilder:validation:items:Maximum",
        "kubebuilder:validation:items:Minimum",
        "kubebuilder:validation:items:ExclusiveMaximum",
        "kubebuilder:validation:items:ExclusiveMinimum",
        "kubebuilder:validation:items:MultipleOf",
        "kubebuilder:validation:items:MaxLength",
        "kubebuilder:validation:items:MinLength",
        "kubebuilder:validation:items:Pattern",
        "kubebuilder:validation:items:MaxItems",
        "kubebuilder:validation:items:MinItems",
        "kubebuilder:validation:items:UniqueItems",
        "kubebuilder:validation:items:MaxProperties",
        "kubebuilder:validation:items:MinProperties",
        "kubebuilder:validation:items:Enum",
        "kubebuilder:validation:items:Format",
        "kubebuilder:validation:items:Type",
        "kubebuilder:validation:items:XPreserveUnknownFields",
        "kubebuilder:validation:items:XEmbeddedResource",
        "kubebuilder:validation:items:XIntOrString",
        "kubebuilder:validation:items:XValidation",
        "kubebuilder:validation:additionalProperties:Maximum",
        "kubebuilder:validation:additionalProperties:Minimum",
        "kubebuilder:validation:additionalProperties:ExclusiveMaximum",
        "kubebuilder:validation:additionalProperties:ExclusiveMinimum",
        "kubebuilder:validation:additionalProperties:MultipleOf",
        "kubebuilder:validation:additionalProperties:MaxLength",
        "kubebuilder:validation:additionalProperties:MinLength",
        "kubebuilder:validation:additionalProperties:Pattern",
        "kubebuilder:validation:additionalProperties:MaxItems",
        "kubebuilder:validation:additionalProperties:MinItems",
        "kubebuilder:validation:additionalProperties:UniqueItems",
        "kubebuilder:validation:additionalProperties:MaxProperties",
        "kubebuilder:validation:additionalProperties:MinProperties",
        "kubebuilder:validation:additionalProperties:Enum",
        "kubebuilder:validation:additionalProperties:Format",
        "kubebuilder:validation:additionalProperties:Type",
        "kubebuilder:validation:additionalProperties:XPreserveUnknownFields",
        "kubebuilder:validation:additionalProperties:XEmbeddedResource",
        "kubebuilder:validation:additionalProperties:XIntOrString",
        "kubebuilder:validation:additionalProperties:XValidation",
        "kubebuilder:validation:AtMostOneOf",
        "kubebuilder:validation:ExactlyOneOf",
        "kubebuilder:validation:AtLeastOneOf",
        "kubebuilder:validation:Required",
        "kubebuilder:validation:Optional",
        "kubebuilder:validation:EmbeddedResource",
        "kubebuilder:validation:Schemaless",
        "kubebuilder:default",
        "kubebuilder:example",
        "kubebuilder:pruning:PreserveUnknownFields",
        "kubebuilder:title",
        "kubebuilder:externalDocs",
        "k8s:openapi-gen",
        "k8s:openapi-model-package",
        "optional",
        "required",
        "nullable",
        "enum",
        "listType",
        "listMapKey",
        "mapType",
        "structType",
        "patchStrategy",
        "patchMergeKey",
        "union",
        "unionDiscriminator",
        "unionDeprecated",
        "k8s:validation:*",
        "k8s:validation-gen",
        "k8s:required",
        "k8s:optional",
        "k8s:forbidden",
        "k8s:dependentRequired",
        "k8s:dependentForbidden",
        "k8s:minLength",
        "k8s:maxLength",
        "k8s:maxBytes",
        "k8s:minimum",
        "k8s:maximum",
        "k8s:minItems",
        "k8s:maxItems",
        "k8s:minProperties",
        "k8s:maxProperties",
        "k8s:format",
        "k8s:enum",
        "k8s:neq",
        "k8s:immutable",
        "k8s:update",
        "k8s:monotonic",
        "k8s:customValidation",
        "k8s:opaqueType",
        "k8s:listType",
        "k8s:listMapKey",
        "k8s:unique",
        "k8s:customUnique",
        "k8s:item",
        "k8s:eachVal",
        "k8s:eachKey",
        "k8s:subfield",
        "k8s:unionMember",
        "k8s:unionDiscriminator",
        "k8s:zeroOrOneOfMember",
        "k8s:modeDiscriminator",
        "k8s:ifMode",
        "k8s:ifEnabled",
        "k8s:ifDisabled",
        "k8s:alpha",
        "k8s:beta",
        "k8s:defaulter-gen",
        "default",
        "k8s:conversion-gen",
        "k8s:conversion-fn",
        "k8s:prerelease-lifecycle-gen",
        "k8s:prerelease-lifecycle-gen:introduced",
        "k8s:prerelease-lifecycle-gen:deprecated",
        "k8s:prerelease-lifecycle-gen:removed",
        "k8s:prerelease-lifecycle-gen:replacement",
        "crd-project:plainNumber",
        "crd-project:schema",
        "crd-project:schema:replace",
        "crd-project:presence",
        "crd-project:formats",
        "crd-project:andEnum",
        "crd-project:bareIntOrString",
        "crd-project:description",
        "crd-project:items:schema",
        "crd-project:items:schema:replace",
        "crd-project:items:presence",
        "crd-project:items:formats",
        "crd-project:items:andEnum",
        "crd-project:items:bareIntOrString",
        "crd-project:items:description",
        "crd-project:additionalProperties:schema",
        "crd-project:additionalProperties:schema:replace",
        "crd-project:additionalProperties:presence",
        "crd-project:additionalProperties:formats",
        "crd-project:additionalProperties:andEnum",
        "crd-project:additionalProperties:bareIntOrString",
        "crd-project:additionalProperties:description",
        "crd-project:omit",
        "crd-project:preserveUnknownFields",
        "crd-project:patch",
      ]
    `);
  });
});

describe("tag text", () => {
  it("takes the three grammars apart", () => {
    const parts = [
      "genclient",
      "genclient:onlyVerbs=get, list",
      "kubebuilder:resource:path=dbs,scope=Cluster",
      'k8s:item(type: "a=b", status: "True)")=+k8s:required # why',
      "k8s:validation:cel[0]:rule=self == 1",
      "protobuf.options.(gogoproto.stringer)=false",
      'default="a # b"',
      "groupName=",
    ].map((text) => {
      const { name, parentheses, value } = splitTag(text);
      return [name, parentheses, value?.text];
    });
    expect(parts).toEqual([
      ["genclient", undefined, undefined],
      ["genclient:onlyVerbs", undefined, "get, list"],
      ["kubebuilder:resource", undefined, "path=dbs,scope=Cluster"],
      ["k8s:item", 'type: "a=b", status: "True)"', "+k8s:required"],
      ["k8s:validation:cel[0]:rule", undefined, "self == 1"],
      ["protobuf.options.(gogoproto.stringer)", undefined, "false"],
      ["default", undefined, '"a # b"'],
      ["groupName", undefined, ""],
    ]);
  });

  it("never fails, and keeps to the text, whatever is written", () => {
    const random = seeded(1);
    const examples = tagTable.map(({ example }) => example.slice(1));
    for (let round = 0; round < rounds; round++) {
      const text = mutate(random, pick(random, examples)).trimEnd();
      const split = splitTag(text);
      for (const part of [split.value, split.rest]) {
        if (part !== undefined) {
          expect(text.slice(part.at, part.at + part.text.length), text).toBe(part.text);
        }
      }
      if (split.entry === undefined) continue;
      for (const target of tagTargets) {
        const { problems } = checkValue({ tag: { ...split, entry: split.entry }, target });
        for (const problem of problems) {
          const at = problem.at ?? 0;
          expect(at, text).toBeGreaterThanOrEqual(0);
          expect(at + (problem.length ?? 0), text).toBeLessThanOrEqual(text.length + 1);
          expect(problem.toDiagnostic({}).severity).toBe("error");
        }
      }
    }
  });

  it("ends with chains of any length", () => {
    for (const [links, problems] of [
      [99, 0],
      [20_000, 1],
    ] as const) {
      const tag = known(`${"k8s:eachVal=+".repeat(links)}k8s:required`);
      expect(checkValue({ tag, target: "member" }).problems).toHaveLength(problems);
    }
  });

  it("never fails on methods", () => {
    const random = seeded(2);
    const value = "UpdateScale,verb=update,subresource=scale,input=Scale,result=metav1.Status";
    for (let round = 0; round < rounds; round++) {
      const text = mutate(random, value);
      const { method, problems } = readMethod({ text, at: 0 });
      expect(method === undefined, text).toBe(problems.length > 0);
      for (const { at = 0 } of problems) expect(at, text).toBeLessThanOrEqual(text.length);
    }
  });

  it("never fails in a file, and reports inside of it", () => {
    const random = seeded(3);
    const examples = tagTable.map(({ example }) => example);
    for (let round = 0; round < 100; round++) {
      const lines = Array.from({ length: 4 }, () =>
        mutate(random, pick(random, examples)).replaceAll(/[\r\n]/g, ""),
      );
      const text = [
        `// ${lines[0]}`,
        `/** ${lines[1]?.replaceAll("*/", "")} */`,
        "export interface Part {",
        `  // ${lines[2]}`,
        `  name: string; // ${lines[3]}`,
        "}",
        "",
      ].join("\n");
      const path = "src/apis/example.com/v1/types.ts";
      const { model, diagnostics } = linkModel({
        files: [parseFile({ path, text })],
        config: { apis: "src/apis", client: "src/client" },
        expansions: [],
      });
      expect(model.groups[0]?.versions[0]?.types).toHaveLength(1);
      const textLines = text.split("\n");
      for (const { span } of diagnostics) {
        const line = textLines[(span?.line ?? 0) - 1];
        expect(line, text).toBeDefined();
        expect((span?.column ?? 0) - 1 + (span?.length ?? 0), text).toBeLessThanOrEqual(
          (line?.length ?? 0) + 1,
        );
      }
      expect(formatDiagnostics({ diagnostics, textOf: () => text })).not.toBe("");
    }
  });
});

describe("marker value", () => {
  it.each<readonly [string, MarkerValue]>([
    ["bare", "bare"],
    ['"a \\"b\\" \\n\\t\\u00e9\\x41"', 'a "b" \n\té\x41'],
    ["`^[a-z]\\d$`", "^[a-z]\\d$"],
    ["100Mi", "100Mi"],
    ["2024-01-15", "2024-01-15"],
    ["087bdd", "087bdd"],
    ["12", 12],
    ["-1.5", -1.5],
    ["true", true],
    ["{a,b}", ["a", "b"]],
    ["{}", {}],
    ["{a: 1, `b c`: {x, y}}", { a: 1, "b c": ["x", "y"] }],
    ["{{1,2},{3}}", [[1, 2], [3]]],
    ["{{a},{1, true}}", [["a"], ["1", "true"]]],
    ['"a";`b`;c', ["a", "b", "c"]],
    ["1;2;", [1, 2]],
    ["{a,1,}", ["a", "1"]],
    ["+1", "+1"],
    ["08", "08"],
    ["007", 7],
    ["- 1", -1],
    ["- a", "- a"],
    ["08.5", 8.5],
  ])("reads %s", (text, value) => {
    expect(scanValue({ text, at: 0 }, "any")).toEqual({ ok: true, value, end: text.length });
  });

  it("reads lists with semicolons", () => {
    const text = 'Always;"If;Not";3';
    expect(scanValue({ text, at: 0 }, "list")).toEqual({
      ok: true,
      value: ["Always", "If;Not", 3],
      end: text.length,
    });
  });

  it("refuses braces nested too deeply", () => {
    for (const open of ["{", "{a: "]) {
      const text = open.repeat(20_000);
      expect(scanValue({ text, at: 0 }, "any")).toMatchObject({
        ok: false,
        problem: "the braces are nested too deeply",
      });
    }
  });

  it("reads back what it is given", () => {
    const random = seeded(4);
    for (let round = 0; round < rounds; round++) {
      const value = randomValue(random, 3);
      const text = printed(value);
      expect(scanValue({ text, at: 0 }, "any"), text).toEqual({
        ok: true,
        value,
        end: text.length,
      });
    }
  });
});

function randomValue(random: () => number, depth: number): MarkerValue {
  const kind = Math.floor(random() * (depth === 0 ? 3 : 5));
  if (kind === 0)
    return pick(random, ["", "a", "a,b", "{x}", 'q"uote', "back\\slash", "true", "1"]);
  if (kind === 1) return random() < 0.5;
  if (kind === 2) return Math.floor(random() * 1000) - 500;
  const size = 1 + Math.floor(random() * 3);
  const items = Array.from({ length: size }, () => randomValue(random, depth - 1));
  return kind === 3
    ? alike(items)
    : Object.fromEntries(items.map((item, index) => [`key ${index}`, item]));
}

/** A list as it can be written: what its first item is, the others are too. */
function alike(items: readonly MarkerValue[]): readonly MarkerValue[] {
  const [first, ...others] = items;
  if (typeof first === "string") {
    return items.map((item) => (typeof item === "object" ? item : String(item)));
  }
  return Array.isArray(first) ? [first, ...others.filter((item) => !Array.isArray(item))] : items;
}

function printed(value: MarkerValue): string {
  if (typeof value === "string") return JSON.stringify(value);
  if (typeof value !== "object") return String(value);
  return Array.isArray(value)
    ? `{${value.map(printed).join(", ")}}`
    : `{${Object.entries(value)
        .map(([key, item]) => `"${key}": ${printed(item)}`)
        .join(", ")}}`;
}

describe("verbs", () => {
  it("are client-gen's, in its order", () => {
    expect(verbs).toEqual([
      "create",
      "update",
      "updateStatus",
      "delete",
      "deleteCollection",
      "get",
      "list",
      "watch",
      "patch",
      "apply",
      "applyStatus",
    ]);
    expect(diagnostic("tag/verb", { verb: "lst" }).message).toBe("'lst' is no verb");
  });
});
