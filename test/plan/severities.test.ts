import { describe, expect, test } from "vitest";
import { runProject } from "../golden/run.js";

const types = (
  tag: string,
): string => `import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// ${tag}
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  size?: number;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}
`;

async function run(input: {
  readonly tag: string;
  readonly settings: object;
  readonly more?: readonly (readonly [path: string, text: string])[];
}): Promise<{ readonly heads: readonly string[]; readonly count: number }> {
  const { report, files } = await runProject({
    project: new Map([
      ["crd-project.json", JSON.stringify({ version: "0.1.0", ...input.settings })],
      [
        "src/apis/example.com/v1/doc.ts",
        "// +k8s:deepcopy-gen=package\n// +groupName=example.com\nexport {};\n",
      ],
      ["src/apis/example.com/v1/types.ts", types(input.tag)],
      ...(input.more ?? []),
    ]),
  });
  const heads = report.match(/(error|warning) [a-z]+\/[a-z-]+/g) ?? [];
  return { heads, count: files.size };
}

const ours = "+genclient:watchOnly";
const foreign = "+example:owner=storage";

describe("severities", () => {
  test("without settings they are the catalogue's", async () => {
    expect((await run({ tag: ours, settings: {} })).heads).toEqual([
      "error tag/unknown",
      "warning type/number",
    ]);
    expect((await run({ tag: foreign, settings: {} })).heads).toEqual([
      "warning tag/foreign",
      "warning type/number",
    ]);
  });

  test("an error that becomes a warning lets the run go on", async () => {
    const settings = { severities: { "tag/unknown": "warning", "type/number": "off" } };
    const { heads, count } = await run({ tag: ours, settings });
    expect(heads).toEqual(["warning tag/unknown"]);
    expect(count).toBeGreaterThan(5);
  });

  test("a warning that becomes an error ends it", async () => {
    const settings = { severities: { "type/number": "error" } };
    const { heads, count } = await run({ tag: foreign, settings });
    expect(heads).toEqual(["warning tag/foreign", "error type/number"]);
    expect(count).toBe(0);
  });

  test("a sample that would be refused can be an error", async () => {
    const sample = "apiVersion: example.com/v1\nkind: Database\nmetadata:\n  name: a\nsiz: 1\n";
    const { heads } = await run({
      tag: "+genclient:noStatus",
      settings: { severities: { "sample/refused": "error", "type/number": "off" } },
      more: [["config/samples/database.yaml", sample]],
    });
    expect(heads).toEqual(["error sample/refused"]);
  });

  test("a file that is not read can be one that is only told of", async () => {
    const { heads, count } = await run({
      tag: "+genclient:noStatus",
      settings: { severities: { "file/not-read": "warning", "type/number": "off" } },
      more: [["src/apis/example.com/v1/later/types.ts", "// +genclient\nexport {};\n"]],
    });
    expect(heads).toEqual(["warning file/not-read"]);
    expect(count).toBeGreaterThan(5);
  });
});

describe("accepted tags", () => {
  test.each([["example:owner"], ["example:*"]])("%s accepts the tag", async (accepted) => {
    const { heads } = await run({ tag: foreign, settings: { acceptedTags: [accepted] } });
    expect(heads).toEqual(["warning type/number"]);
  });

  test("others are told of", async () => {
    const { heads } = await run({ tag: foreign, settings: { acceptedTags: ["example:owners"] } });
    expect(heads).toEqual(["warning tag/foreign", "warning type/number"]);
  });
});
