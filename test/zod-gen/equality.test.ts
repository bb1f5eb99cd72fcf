import { describe, expect, it } from "vitest";
import { type ApiModel, schemaNames } from "../../generators/model/index.js";
import { goldenCases, inputOf, type Tree } from "../golden/case.js";
import { typeCheck } from "../golden/program.js";
import { runProject } from "../golden/run.js";

/** A file that compiles when both schemas of each type have the values of the type. */
function assertions(model: ApiModel): string {
  const lines = model.groups
    .flatMap(({ versions }) => versions)
    .flatMap((version, at) =>
      version.types.flatMap(({ name, file }) => {
        const from = `./${file.replace(/\.ts$/, ".js")}`;
        const module = `./${version.directory}/zz_generated.schemas.js`;
        return Object.values(schemaNames(name)).map((schema) => {
          const output = `z.output<typeof import("${module}").${schema}>`;
          return `export type ${schema}${at} = Yes<Same<${output}, import("${from}").${name}>>;`;
        });
      }),
    );
  return `import type { z } from "zod";

type Same<A, B> =
  (<X>() => X extends A ? 1 : 2) extends <X>() => X extends B ? 1 : 2 ? true : false;
type Yes<T extends true> = T;

${lines.join("\n")}
`;
}

async function withSchemas(
  project: Tree,
): Promise<{ readonly tree: Tree; readonly model: ApiModel }> {
  const { files, model } = await runProject({ project, generator: "zod-gen" });
  return { tree: new Map([...project, ...files]), model };
}

/** An import that a case's input does not use is nobody's problem here. */
const unused = /TS6(?:133|192|196):/;

describe("the values of generated schemas", () => {
  it("are those of the types, in all goldens", async () => {
    const projects = new Map<string, Tree>();
    for (const golden of goldenCases()) {
      const { tree, model } = await withSchemas(inputOf(golden));
      if (![...tree.keys()].some((path) => path.endsWith("zz_generated.schemas.ts"))) continue;
      const name = `${golden.generator}-${golden.name}`;
      projects.set(name, new Map([...tree, ["equality.ts", assertions(model)]]));
    }
    expect(projects.size).toBeGreaterThan(60);
    const problems = typeCheck({ projects });
    expect(
      problems.filter(
        (line) => /equality\.ts|zz_generated\.schemas\.ts/.test(line) && !unused.test(line),
      ),
    ).toEqual([]);
  }, 240_000);

  it("do not compile with types that have changed since, in either direction", async () => {
    const golden = goldenCases().find(
      ({ generator, name }) => generator === "zod-gen" && name === "types",
    );
    if (golden === undefined) throw new Error("there is no golden case types");
    const { tree } = await withSchemas(inputOf(golden));
    const path = "src/apis/example.com/v1/types.ts";
    const text = tree.get(path) ?? "";
    const changes: readonly (readonly [from: string, to: string])[] = [
      ["  name: string;", "  name?: string;"],
      ["  ratio?: number;", "  ratio: number;"],
      ["  ratio?: number;", "  ratio?: number | undefined;"],
      ["  ratio?: number;", "  ratio?: string;"],
      ["  ratio?: number;", ""],
      ["  ratio?: number;", "  ratio?: number;\n  more?: string;"],
      ['  class: "small" | "large";', '  class: "small" | "large" | "huge";'],
      ['  class: "small" | "large";', '  class: "small";'],
      ['  class: "small" | "large";', "  class: string;"],
      ["  nickname: string | null;", "  nickname: string;"],
      ["  labels: Record<string, string>;", "  labels: Record<string, int32>;"],
      ["  args?: string | string[];", "  args?: string[];"],
      ["  tls?: TLSConfig | boolean;", "  tls?: TLSConfig;"],
      ['    "with-dash": string;', '    "with-dash": boolean;'],
      ["export type Source = GitSource | ImageSource;", "export type Source = GitSource;"],
      ["  left?: TreeNode | null;", "  left?: Leaf | null;"],
      ["export type MachineName = string;", 'export type MachineName = "a";'],
    ];
    const projects = new Map(
      changes.map(([from, to], at) => {
        expect(text).toContain(from);
        return [`change-${at}`, new Map([...tree, [path, text.replace(from, to)]])] as const;
      }),
    );
    const problems = typeCheck({ projects });
    const unnoticed = changes.filter(
      (_, at) =>
        !problems.some((line) => line.startsWith(`change-${at}/`) && line.includes(".schemas.ts:")),
    );
    expect(unnoticed).toEqual([]);
  }, 240_000);
});
