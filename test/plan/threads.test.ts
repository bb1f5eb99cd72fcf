import { existsSync } from "node:fs";
import { afterEach, describe, expect, it } from "vitest";
import { createNodeFiles, type SourceFile, walk } from "../../generators/files.js";
import type { FileSyntax } from "../../generators/model/index.js";
import { projectConfigSchema } from "../../generators/options.js";
import type { BatchOutcome, GenerateBatch } from "../../generators/plan/batch-generator.js";
import type { Batch } from "../../generators/plan/batches.js";
import { regenerate } from "../../generators/plan/regenerate.js";
import { Threads } from "../../generators/plan/threads.js";
import { loadTool } from "../../generators/tool.js";
import { temporaryFolder } from "../process/temporary-folder.js";
import { lock } from "./lock.js";

const settings = {
  config: projectConfigSchema.parse({ version: "0.1.0" }),
  headers: {},
  manifests: [],
  exceptions: undefined,
};
const batches = ["a", "b", "c", "d", "e", "f"].map(
  (path): Batch => [{ files: [{ path, text: "x".repeat(1e5) }], expansions: [], samples: [] }],
);

const files = ["a", "b", "c", "d", "e", "f"].map((path) => ({ path, text: "" }));

function outcome(path: string): BatchOutcome {
  const files = [{ path, content: "", owner: "tool", generator: "x" }] as const;
  return { groups: [], linked: [], made: [{ generated: files, diagnostics: [] }] };
}

function generateHere([unit]: Batch): Promise<BatchOutcome> {
  return Promise.resolve(outcome(`here ${unit?.files[0]?.path}`));
}

const running: Threads[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((threads) => threads.close()));
});

/** A thread whose handler of messages has this body. */
function thread(body: string): URL {
  const text = `import { parentPort } from "node:worker_threads";
    const answer = ({ kind, index, batch, file }) => {
      if (kind === "load") return;
      const path = batch && "there " + batch[0].files[0].path;
      const outcome = batch && { groups: [], linked: [], made: [{ generated: [{ path }], diagnostics: [] }] };
      const syntax = file && { path: "there " + file.path };
      parentPort.postMessage({ kind, index, outcome, syntax });
    };
    parentPort.on("message", (message) => { ${body} });`;
  return new URL(`data:text/javascript,${encodeURIComponent(text)}`);
}

function threadsOf(module: URL | undefined, processors = 3): Threads {
  const threads = new Threads({ module, processors });
  running.push(threads);
  return threads;
}

async function generate(input: {
  readonly module: URL | undefined;
  readonly processors?: number;
  readonly batches?: readonly Batch[];
  readonly generateBatch?: GenerateBatch;
}): Promise<readonly string[]> {
  const { module, processors, generateBatch = generateHere } = input;
  const threads = threadsOf(module, processors);
  const given = { batches, settings, ...input, generateBatch };
  const outcomes = await threads.generate(given);
  return outcomes.flatMap(({ made }) =>
    made.flatMap(({ generated }) => generated.map(({ path }) => path)),
  );
}

async function parse(input: {
  readonly module: URL | undefined;
  readonly files: readonly SourceFile[];
  readonly processors?: number;
}): Promise<readonly string[]> {
  const parseFile = ({ path }: SourceFile) => ({ ...nothing, path: `here ${path}` });
  const { files } = input;
  const parsed = await threadsOf(input.module, input.processors).parse({ files, parseFile });
  return parsed.map(({ path }) => path);
}

const nothing: FileSyntax = {
  path: "",
  lineStarts: [],
  errors: [],
  description: "",
  imports: [],
  exports: [],
  declarations: [],
  functions: [],
  constants: [],
  loose: [],
};

/** The units that were done, in order, wherever. */
function names(done: readonly string[]): readonly string[] {
  return done.map((path) => path.split(" ")[1] ?? "");
}

const all = ["a", "b", "c", "d", "e", "f"];
const here = all.map((name) => `here ${name}`);
const ends = [
  ["does not load", new URL("data:text/javascript,throw new Error('no')")],
  ["is not there", new URL("file:///nowhere/thread.js")],
  ["throws", thread("throw new Error('no')")],
  ["ends", thread("process.exit()")],
  ["answers once and ends", thread("answer(message); process.exit()")],
] as const;

describe("threads that generate for units", () => {
  it("each take some, and the outcomes are in the order of the units", async () => {
    const done = await generate({ module: thread("answer(message)") });
    expect(names(done)).toEqual(all);
    // Two were sent to each of the two threads before this one took its first.
    expect(done.slice(0, 5)).toEqual(["there a", "there b", "there c", "there d", "here e"]);
  });

  it("are not started without a module, for little, or on two processors", async () => {
    const module = thread("answer(message)");
    expect(await generate({ module: undefined })).toEqual(here);
    expect(await generate({ module, batches: batches.slice(0, 4) })).toEqual(here.slice(0, 4));
    expect(await generate({ module, processors: 2 })).toEqual(here);
  });

  it.each(ends)("one that %s leaves its units to this one", async (_, module) => {
    expect(names(await generate({ module }))).toEqual(all);
  });

  it("an error of this thread is that of the run", async () => {
    const generateBatch = () => Promise.reject(new Error("template x: no"));
    await expect(generate({ module: thread(""), generateBatch })).rejects.toThrow("template x: no");
  });
});

describe("threads that parse", () => {
  const module = thread("answer(message)");
  const many = files.map(({ path }) => ({ path, text: "x".repeat(1e5) }));

  it("many files are shared", async () => {
    const done = await parse({ module, files: many });
    expect(names(done)).toEqual(all);
    expect(done.slice(0, 5)).toEqual(["there a", "there b", "there c", "there d", "here e"]);
  });

  it("few files are parsed here, and so are many on two processors", async () => {
    expect(await parse({ module, files })).toEqual(here);
    expect(await parse({ module, files: [] })).toEqual([]);
    expect(await parse({ module, files: many, processors: 2 })).toEqual(here);
  });

  it.each(ends)("one that %s leaves its files to this one", async (_, module) => {
    expect(names(await parse({ module, files: many }))).toEqual(all);
  });

  it("without a module all are parsed here", async () => {
    expect(await parse({ module: undefined, files })).toEqual(here);
  });
});

const built = new URL("../../dist/generators/plan/thread.js", import.meta.url);

describe.skipIf(!existsSync(built))("the built thread (npm run build)", () => {
  it("makes what this one makes", async () => {
    const alone = await generated(undefined);
    expect(alone.size).toBeGreaterThan(60);
    expect(await generated(built)).toEqual(alone);
  });
});

async function generated(thread: URL | undefined): Promise<ReadonlyMap<string, string>> {
  const root = temporaryFolder();
  const files = createNodeFiles({ root });
  for (const [path, content] of project()) files.stage({ path, content }).commit();
  const tool = { ...loadTool(), thread, fingerprint: () => "test" };
  const request = { files, tool, mode: "write", groups: [], lock, processors: 3 } as const;
  const { diagnostics } = await regenerate(request);
  expect(diagnostics.filter(({ severity }) => severity === "error")).toEqual([]);
  const paths = walk({ files, folder: "" });
  return new Map(paths.map((path) => [path, files.read(path) ?? ""]));
}

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
