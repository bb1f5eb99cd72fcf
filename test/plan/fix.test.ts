import { describe, expect, test } from "vitest";
import { createPaint } from "../../generators/commands/paint.js";
import { regenerateCommand } from "../../generators/commands/regenerate.js";
import { createMemoryFiles, type MemoryFiles } from "../../generators/files.js";
import { parseArguments } from "../../generators/options/flags.js";
import { loadTool, type Tool } from "../../generators/tool.js";
import { lock } from "./lock.js";

const tool: Tool = { ...loadTool(), fingerprint: () => "test" };
const types = "src/apis/example.com/v1/types.ts";

const good = `import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +genclient:skipVerbs=deleteCollection,patch
// +kubebuilder:resource:path=databases,scope=Namespaced
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}
`;

const bad = `\uFEFF${good
  .replace("// +genclient\n", "// + genclient\n")
  .replace("skipVerbs=deleteCollection,patch", "skipverbs=deletecollection,patsh")
  .replace("resource:path=databases,scope=Namespaced", "resource:path=databases,scop=namespaced")
  .replace("runtime.Object", "runtime.Objekt")
  .replaceAll("\n", "\r\n")}`;

function project(text: string): MemoryFiles {
  return createMemoryFiles({
    contents: new Map([
      ["crd-project.json", JSON.stringify({ version: tool.version })],
      [
        "src/apis/example.com/v1/doc.ts",
        "// +k8s:deepcopy-gen=package\n// +groupName=example.com\nexport {};\n",
      ],
      [types, text],
    ]),
  });
}

async function run(files: MemoryFiles, args: readonly string[]) {
  const { flags } = parseArguments({ command: "regenerate", args });
  return await regenerateCommand({
    flags,
    files,
    env: {},
    tool,
    lock,
    paint: createPaint({ color: false }),
    say: () => {},
  });
}

describe("--fix", () => {
  test("writes what was meant, bit by bit, and generates", async () => {
    const files = project(bad);
    const { exitCode, text } = await run(files, ["--fix"]);
    expect(files.read(types)).toBe(`\uFEFF${good.replaceAll("\n", "\r\n")}`);
    expect(text).toContain("7 corrections made.");
    expect(text.filter((line) => line.startsWith("  fix"))).toEqual([`  fix     ${types}`]);
    expect(exitCode).toBe(0);
    expect(files.read("src/client/clientset/clientset.ts")).toContain("exampleV1()");
  });

  test("a dry run shows as a diff what would be written in the end, and writes nothing", async () => {
    const files = project(bad);
    const { exitCode, text } = await run(files, ["--fix", "--dry-run"]);
    expect(files.read(types)).toBe(bad);
    expect(exitCode).toBe(1);
    expect(text).toContain(`  fix     ${types}`);
    expect(text).toContain("  -// + genclient␍");
    expect(text).toContain("  +// +genclient␍");
    expect(text).toContain("  +// +genclient:skipVerbs=deleteCollection,patch␍");
    expect(text).toContain("7 corrections would be made.");
    expect(text.at(-1)).toBe("Nothing was written.");
  });

  test("leaves what nobody can know, and says so", async () => {
    const text = good.replace("// +genclient\n", "// +genclinet\n// +genclient:whatever\n");
    const files = project(text);
    const report = await run(files, ["--fix"]);
    expect(files.read(types)).toBe(text.replace("genclinet", "genclient"));
    expect(report.exitCode).toBe(1);
    expect(report.text).toContain("1 correction made.");
    expect(report.text.at(-1)).toBe("Nothing was generated.");
    expect(report.diagnostics.map(({ code }) => code)).toEqual(["tag/unknown"]);
  });

  test("without mistakes it changes no source", async () => {
    const files = project(good);
    const { exitCode, text } = await run(files, ["--fix"]);
    expect(files.read(types)).toBe(good);
    expect(exitCode).toBe(0);
    expect(text).toContain("0 corrections made.");
  });
});
