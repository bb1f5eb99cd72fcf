import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { RestClient } from "crd-runtime";
import { afterAll, describe, expect, it } from "vitest";
import { expectedOf, type GoldenCase, goldenCases, inputOf, writeTree } from "../golden/case.js";
import { runProject } from "../golden/run.js";
import { MemoryServer } from "./memory-server.js";

// A golden case may hold src/program.ts, which uses what is generated: type-checked with the rest of
// the tree, run here, and what it sends and returns compared with program.txt of the case.

const update = process.env["UPDATE_GOLDENS"] === "1";
const folder = mkdtempSync(join(tmpdir(), "program-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Program {
  program(input: { readonly rest: RestClient; readonly signal: AbortSignal }): Promise<unknown>;
}

/** What is generated now in place of what is checked in, so that a change of a template is felt before that is written. */
async function load(golden: GoldenCase): Promise<Program> {
  const project = inputOf(golden);
  const { files } = await runProject({ project });
  const root = join(folder, golden.generator, golden.name);
  writeTree({ folder: root, tree: new Map([...project, ...expectedOf(golden), ...files]) });
  return await import(/* @vite-ignore */ join(root, "src/program.ts"));
}

async function run(golden: GoldenCase): Promise<string> {
  const { program } = await load(golden);
  const server = new MemoryServer();
  const rest = RestClient.forConfig({ host: "https://test", transport: server });
  const controller = new AbortController();
  const result = await program({ rest, signal: controller.signal });
  controller.abort();
  const text = result === undefined ? [] : [`returns ${JSON.stringify(result, undefined, 2)}`];
  return `${[...server.transcript, ...text].join("\n")}\n`;
}

const cases = goldenCases().filter((golden) => inputOf(golden).has("src/program.ts"));

describe("programs of golden cases", () => {
  it.each(cases.map((golden) => [`${golden.generator}/${golden.name}`, golden] as const))(
    "%s",
    async (_, golden) => {
      const path = join(golden.folder, "program.txt");
      const actual = await run(golden);
      if (update) writeFileSync(path, actual);
      expect(actual).toBe(existsSync(path) ? readFileSync(path, "utf8") : "");
    },
  );
});
