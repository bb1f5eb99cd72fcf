import { expect, it } from "vitest";
import { linkModel } from "../../generators/model/index.js";
import { parseFile } from "../../generators/parse/index.js";

/** Inputs that take exponential time, or the whole stack, when each way to a name is walked anew. */
const folder = "src/apis/example.com/v1";

function link(files: Readonly<Record<string, string>>): ReturnType<typeof linkModel> {
  const all = { "doc.ts": "// +groupName=example.com\nexport {};\n", ...files };
  return linkModel({
    files: Object.entries(all).map(([name, text]) =>
      parseFile({ path: `${folder}/${name}`, text }),
    ),
    config: { apis: "src/apis", client: "src/client" },
    expansions: [],
  });
}

function repeat(count: number, text: (index: number) => string): string {
  return Array.from({ length: count }, (_, index) => text(index)).join("\n");
}

it("reads what is inherited on many ways once", () => {
  const layers = 60;
  const { model, diagnostics } = link({
    "types.ts": `
      import type { ObjectMeta, TypeMeta } from "crd-runtime";
      // +k8s:deepcopy-gen:interfaces=runtime.Object
      export interface Top extends Left0, Right0 { top: "one" }
      // +k8s:deepcopy-gen:interfaces=runtime.Object
      export interface Other extends Left0, Right0 { top: "two" }
      export interface Uses { either: Top | Other }
      ${repeat(layers, (at) => {
        const parents = `extends Left${at + 1}, Right${at + 1} {}`;
        return `export interface Left${at} ${parents}\nexport interface Right${at} ${parents}`;
      })}
      // +kubebuilder:object:root=false
      export interface Left${layers} extends TypeMeta { metadata: ObjectMeta }
      export interface Right${layers} { right: string }
    `,
  });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  expect(model.groups[0]?.versions[0]?.kinds.map(({ kind }) => kind)).toContain("Top");
});

it("looks into files that export one another once", () => {
  const count = 20;
  const names = Array.from({ length: count }, (_, index) => `mesh${index}`);
  const mesh = names.map((name) => [
    `${name}.ts`,
    names.map((other) => `export * from "./${other}.js";`).join("\n"),
  ]);
  const { diagnostics } = link({
    ...Object.fromEntries(mesh),
    "types.ts":
      'import type { Missing } from "./mesh0.js";\nexport interface Part { missing: Missing }\n',
  });
  expect(diagnostics.map(({ code }) => code)).toEqual(["type/unknown-import"]);
});

it("follows long chains of aliases and interfaces", () => {
  const { model, diagnostics } = link({
    "types.ts": `
      ${repeat(500, (at) => `export type Alias${at} = Alias${at + 1};`)}
      export type Alias500 = "end";
      ${repeat(2000, (at) => `export interface Link${at} extends Link${at + 1} {}`)}
      export interface Link2000 { end: Alias0 }
    `,
  });
  expect(diagnostics).toEqual([]);
  expect(model.groups[0]?.versions[0]?.types).toHaveLength(2502);
});

it("says that types are nested too deeply", () => {
  const text = `export type Deep = ${"{ a: ".repeat(5000)}string${" }".repeat(5000)};`;
  const { diagnostics } = link({ "types.ts": text });
  expect(diagnostics.map(({ code, message, span }) => ({ code, message, span }))).toEqual([
    {
      code: "type/syntax",
      message: "types are nested too deeply to be read",
      span: { file: `${folder}/types.ts`, line: 1, column: 1, length: 1 },
    },
  ]);
});
