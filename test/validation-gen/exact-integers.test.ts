import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FieldError, ValidationInput } from "crd-runtime/validation";
import { expect, it, onTestFinished } from "vitest";
import { writeTree } from "../golden/case.js";
import { runProject } from "../golden/run.js";

const doc = `// +k8s:deepcopy-gen=package
// +k8s:validation-gen=TypesWithField=TypeMeta
// +groupName=example.com
export {};
`;

const types = `import type { int64, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Counter extends TypeMeta {
  metadata: ObjectMeta;
  // +crd-project:schema={"enum":[9007199254740993, 1]}
  count?: int64;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface CounterList extends TypeMeta {
  metadata: ListMeta;
  items: Counter[];
}
`;

interface Validations {
  validate_Counter(input: ValidationInput<object>): FieldError[];
}

it("an integer that JavaScript would round is in a schema as it is written", async () => {
  const project = new Map([
    ["crd-project.json", JSON.stringify({ version: "0.1.0" })],
    ["src/apis/example.com/v1/doc.ts", doc],
    ["src/apis/example.com/v1/types.ts", types],
  ]);
  const { files, report } = await runProject({ project });
  expect(report).toBe("");
  const folder = mkdtempSync(join(tmpdir(), "exact-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  writeTree({ folder, tree: new Map([...project, ...files]) });
  const { validate_Counter }: Validations = await import(
    /* @vite-ignore */ join(folder, "src/apis/example.com/v1/zz_generated.validations.ts")
  );
  const fieldsOf = (count: bigint | number): readonly string[] =>
    validate_Counter({ object: { metadata: { name: "a", namespace: "b" }, count } }).map(
      ({ field }) => field,
    );
  expect(fieldsOf(9007199254740993n)).toEqual([]);
  expect(fieldsOf(1)).toEqual([]);
  expect(fieldsOf(9007199254740992)).toEqual(["count"]);
});
