import { describe, expect, it } from "vitest";
import { findTag, type TagEntry, tagTable } from "../../generators/model/index.js";
import { runProject } from "../golden/run.js";

const others = ["crd-gen", "openapi-gen", "zod-gen"] as const;

/** Types with a place for a tag, where they are not a member of type string. */
const subjects: Readonly<Record<string, string>> = {
  "k8s:optional": "TAG\n  value: string;",
  "k8s:minimum": "TAG\n  value?: int32;",
  "k8s:maximum": "TAG\n  value?: int32;",
  "k8s:monotonic": "TAG\n  value?: int32;",
  "k8s:minItems": "TAG\n  value?: string[];",
  "k8s:maxItems": "TAG\n  value?: string[];",
  "k8s:eachVal": "TAG\n  value?: string[];",
  "k8s:listType": "TAG\n  value?: string[];",
  "k8s:unique": "// +k8s:listType=atomic\n  TAG\n  value?: string[];",
  "k8s:customUnique": "// +k8s:listType=set\n  TAG\n  value?: string[];",
  "k8s:minProperties": "TAG\n  value?: Record<string, string>;",
  "k8s:maxProperties": "TAG\n  value?: Record<string, string>;",
  "k8s:eachKey": "TAG\n  value?: Record<string, string>;",
  "k8s:enum": 'TAG\n  value?: "b" | "a";',
  "k8s:listMapKey":
    "// +k8s:listType=map\n  // +k8s:listMapKey=name\n  TAG\n  value?: { name: string; zone: string }[];",
  "k8s:item":
    "// +k8s:listType=map\n  // +k8s:listMapKey=name\n  TAG\n  value?: { name: string; zone?: string }[];",
  "k8s:subfield": "TAG\n  value?: { zone?: string };",
};

/** Examples of the table, where they fit the subject; the others are given here. */
const texts: Readonly<Record<string, string>> = {
  "k8s:eachVal": "+k8s:eachVal=+k8s:minLength=3",
  "k8s:eachKey": "+k8s:eachKey=+k8s:minLength=3",
  "k8s:listType": "+k8s:listType=set",
  "k8s:listMapKey": "+k8s:listMapKey=zone",
  "k8s:unique": "+k8s:unique=set",
  "k8s:neq": '+k8s:neq="x"',
  "k8s:item": '+k8s:item(name: "a")=+k8s:subfield(zone)=+k8s:required',
  "k8s:subfield": "+k8s:subfield(zone)=+k8s:required",
};

const types = (
  members: string,
): string => `import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";

export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

export interface DatabaseSpec {
  size?: int32;
  ${members}
}
`;

async function output(input: { readonly generator: string; readonly members: string }) {
  const { generator, members } = input;
  const doc = "// +groupName=example.com\n// +k8s:openapi-gen=true\nexport {};\n";
  const project = new Map([
    ["src/apis/example.com/v1/doc.ts", doc],
    ["src/apis/example.com/v1/types.ts", types(members)],
  ]);
  const { files, report } = await runProject({ project, generator });
  return { text: [...files.values()].join("\n"), report };
}

const rules = tagTable.filter(
  ({ tool, implemented, name }) =>
    tool === "validation-gen" && implemented && name !== "k8s:validation-gen",
);

describe("the table says which generators read a rule of validation-gen", () => {
  it.each(rules.map(({ name }) => name))("%s", async (name) => {
    const entry: TagEntry | undefined = findTag(name);
    const subject = subjects[name] ?? "TAG\n  value?: string;";
    const line = `// ${texts[name] ?? entry?.example}`;
    const readers: string[] = [];
    for (const generator of others) {
      const without = await output({ generator, members: subject.replace("TAG\n  ", "") });
      const found = await output({ generator, members: subject.replace("TAG", line) });
      expect(without.text, without.report).not.toBe("");
      expect(found.text, found.report).not.toBe("");
      if (found.text !== without.text) readers.push(generator);
    }
    expect(readers).toEqual(
      entry?.readBy.filter((reader) => reader !== "validation-gen").toSorted(),
    );
  });
});
