import { beforeAll, describe, expect, it } from "vitest";
import { type Tree, typeCheck } from "../golden/program.js";
import { runProject } from "../golden/run.js";

const folder = "src/apis/example.com/v1";
const types = `\
import type { int32 } from "crd-runtime";

export interface Port {
  port: int32;
}

export interface Base {
  inherited?: string;
}

export interface Spec extends Base {
  engine: string;
  replicas?: int32;
  tags?: string[];
  labels?: Record<string, string>;
  main?: Port;
  storage?: { size: string };
  mode?: "on" | "off";
  source?: Git | Http;
}

export interface Git {
  type: "git";
  url: string;
}

export interface Http {
  type: "http";
  url: string;
}

export interface Ftp {
  type: "ftp";
  url: string;
}
`;

const project: Tree = new Map([
  [`${folder}/doc.ts`, "// +k8s:deepcopy-gen=package\n// +groupName=example.com\nexport {};\n"],
  [`${folder}/types.ts`, types],
]);

const edits = [
  [
    "an added value",
    "engine: string;",
    "engine: string;\n  added?: boolean;",
    "'added' is not known",
  ],
  ["an added object", "main?: Port;", "main?: Port;\n  added?: Port;", "'added' is not known"],
  ["a removed value", "  engine: string;\n", "", "'engine' is gone"],
  ["a removed object", "  main?: Port;\n", "", "'main'"],
  ["a value that became an object", "engine: string;", "engine: Port;", "'engine' has changed"],
  ["a value that became a list", "engine: string;", "engine: string[];", "'engine' has changed"],
  ["values that became objects", "tags?: string[];", "tags?: Port[];", "'tags' has changed"],
  [
    "a map that became one of objects",
    "<string, string>",
    "<string, Port>",
    "'labels' has changed",
  ],
  ["an object that became a value", "main?: Port;", "main?: string;", "'main' has changed"],
  ["an object that became a list", "main?: Port;", "main?: Port[];", "type 'Port[]'"],
  [
    "an added inherited member",
    "inherited?",
    "added?: Port;\n  inherited?",
    "'added' is not known",
  ],
  [
    "an added member of an inline type",
    "{ size: string }",
    "{ size: string; added?: Port }",
    "'added' is not known",
  ],
  ["an added alternative", "source?: Git | Http;", "source?: Git | Http | Ftp;", "Ftp"],
] as const;

const harmless = [
  ["a literal", '"on" | "off"', '"on" | "off" | "auto"'],
  ["optional", "engine: string;", "engine?: string;"],
  ["nullable", "engine: string;", "engine: string | null;"],
  ["an integer", "engine: string;", "engine: int32;"],
] as const;

describe("types that changed after their code was generated", () => {
  /** What tsc says, by the name of the edit; all trees are checked in one program. */
  const problems = new Map<string, readonly string[]>();

  beforeAll(async () => {
    const { files } = await runProject({ project, generator: "deepcopy-gen" });
    const names = ["fresh", ...edits.map(([name]) => name), ...harmless.map(([name]) => name)];
    const trees = [
      types,
      ...[...edits, ...harmless].map(([, from, to]) => {
        expect(types).toContain(from);
        return types.replace(from, to);
      }),
    ].map((text) => new Map([...project, ...files, [`${folder}/types.ts`, text] as const]));
    const all = typeCheck({ projects: new Map(trees.map((tree, index) => [`${index}`, tree])) });
    for (const [index, name] of names.entries()) {
      problems.set(
        name,
        all.filter((problem) => problem.startsWith(`${index}/`)),
      );
    }
  });

  it("nothing is said of types that did not change", () => {
    expect(problems.get("fresh")).toEqual([]);
  });

  it.each(edits)("%s: tsc names it", (name, _from, _to, named) => {
    const found = problems.get(name) ?? [];
    expect(found.join("\n")).toContain(named);
    for (const problem of found) expect(problem).toContain("zz_generated.deepcopy.ts");
  });

  it.each(harmless)("%s in its place needs no other copy: tsc is content", (name) => {
    expect(problems.get(name)).toEqual([]);
  });
});
