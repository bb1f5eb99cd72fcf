import { existsSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { createMemoryFiles } from "../../generators/files.js";
import { projectConfigSchema } from "../../generators/options.js";
import { type RegenerateRequest, regenerate } from "../../generators/plan/regenerate.js";
import type { GenerateUnit, UnitInput } from "../../generators/plan/unit-generator.js";
import { UnitThreads } from "../../generators/plan/unit-threads.js";
import { loadTool } from "../../generators/tool.js";

const settings = {
  config: projectConfigSchema.parse({ version: "0.1.0" }),
  headers: {},
  manifests: [],
  exceptions: undefined,
};
const units = ["a", "b", "c", "d", "e", "f"].map(
  (path): UnitInput => ({
    model: { groups: [] },
    clientsets: [],
    samples: [{ path, text: "" }],
  }),
);

const generate: GenerateUnit = async ({ samples }) => outcome(`here ${samples[0]?.path}`);

function outcome(path: string) {
  return {
    generated: [{ path, content: "", owner: "tool" as const, generator: "x" }],
    diagnostics: [],
  };
}

const running: UnitThreads[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((threads) => threads.close()));
});

/** A thread whose handler of messages has this body. */
function thread(body: string): URL {
  const text = `import { parentPort } from "node:worker_threads";
    const answer = ({ index, unit }) => parentPort.postMessage({ index, outcome: {
      generated: [{ path: "there " + unit.samples[0].path }], diagnostics: [] } });
    parentPort.on("message", (message) => { ${body} });`;
  return new URL(`data:text/javascript,${encodeURIComponent(text)}`);
}

async function run(input: {
  readonly module: URL | undefined;
  readonly processors?: number;
  readonly sourceLength?: number;
  readonly generate?: GenerateUnit;
}): Promise<readonly string[]> {
  const { module, processors = 3, sourceLength = 1e6 } = input;
  const threads = new UnitThreads({ module, processors });
  running.push(threads);
  threads.start({ settings, units: units.length, sourceLength });
  const outcomes = await threads.run({ units, generate: input.generate ?? generate });
  return outcomes.flatMap(({ generated }) => generated.map(({ path }) => path));
}

/** The units that were done, in order, wherever. */
function names(done: readonly string[]): readonly string[] {
  return done.map((path) => path.split(" ")[1] ?? "");
}

describe("threads that generate for units", () => {
  const all = ["a", "b", "c", "d", "e", "f"];
  const here = all.map((name) => `here ${name}`);

  it("each take some, and the outcomes are in the order of the units", async () => {
    const done = await run({ module: thread("answer(message)") });
    expect(names(done)).toEqual(all);
    // Two were sent to each of the two threads before this one took its first.
    expect(done.slice(0, 5)).toEqual(["there a", "there b", "there c", "there d", "here e"]);
  });

  it("are not started without a module, for little, or on one processor", async () => {
    const module = thread("answer(message)");
    expect(await run({ module: undefined })).toEqual(here);
    expect(await run({ module, sourceLength: 1000 })).toEqual(here);
    expect(await run({ module, processors: 1 })).toEqual(here);
  });

  it.each([
    ["does not load", new URL("data:text/javascript,throw new Error('no')")],
    ["is not there", new URL("file:///nowhere/unit-thread.js")],
    ["throws", thread("throw new Error('no')")],
    ["ends", thread("process.exit()")],
    ["answers one unit and ends", thread("answer(message); process.exit()")],
  ])("one that %s leaves its units to this one", async (_, module) => {
    expect(names(await run({ module }))).toEqual(all);
  });

  it("an error of this thread is that of the run", async () => {
    const failing: GenerateUnit = async () => {
      throw new Error("template x: no");
    };
    await expect(run({ module: thread(""), generate: failing })).rejects.toThrow("template x: no");
  });
});

const built = new URL("../../dist/generators/plan/unit-thread.js", import.meta.url);

describe.skipIf(!existsSync(built))("the built thread (npm run build)", () => {
  it("makes what this one makes", async () => {
    const alone = await generated(undefined);
    expect(alone.size).toBeGreaterThan(60);
    expect(await generated(built)).toEqual(alone);
  });
});

async function generated(unitThread: URL | undefined): Promise<ReadonlyMap<string, string>> {
  const files = createMemoryFiles({ contents: project() });
  const tool = { ...loadTool(), unitThread, fingerprint: () => "test" };
  const { diagnostics } = await regenerate({ files, tool, mode: "write", groups: [], lock });
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  return new Map([...files.contents].filter(([path]) => !path.startsWith("node_modules/")));
}

const lock: RegenerateRequest["lock"] = {
  pid: 2,
  host: "here",
  token: "test",
  isAlive: () => false,
  now: () => 0,
  sleep: async () => {},
  waitMs: 0,
};

/** Groups that do not know of each other, with so much to read that threads are worth their start. */
function project(): ReadonlyMap<string, string> {
  const comment = `${`// ${"x".repeat(96)}\n`.repeat(1200)}`;
  const groups = ["a", "b", "c", "d", "e", "f"].map((name) => `${name}.example.com`);
  return new Map([
    ["package.json", "{}"],
    ["crd-project.json", `{ "version": "${loadTool().version}" }`],
    ...groups.flatMap((group): [string, string][] => [
      [
        `src/apis/${group}/v1/doc.ts`,
        `/**\n * +k8s:deepcopy-gen=package\n * +groupName=${group}\n */\nexport {};\n`,
      ],
      [`src/apis/${group}/v1/types.ts`, `${types}${comment}`],
      [
        `config/samples/${group}.yaml`,
        `apiVersion: ${group}/v1\nkind: Database\nmetadata:\n  name: mine\nspec:\n  size: 3\n`,
      ],
    ]),
  ]);
}

const types = `import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

export interface DatabaseSpec {
  // +kubebuilder:validation:Maximum=5
  size: int32;
  zones?: string[];
}

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
/** Database describes a database. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}
`;
