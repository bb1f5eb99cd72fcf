import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  symlinkSync,
  truncateSync,
} from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../process/run.js";
import { cleanEnvironment, installPackages } from "./installed.js";

const installed = installPackages();
const types = "src/apis/example.com/v1/types.ts";
const output = "src/apis/example.com/v1/zz_generated.deepcopy.ts";
const kept = "node_modules/.cache/create-crd-project/code.bin";

async function call(input: {
  readonly program: string;
  readonly line: string;
  readonly cwd: string;
}): Promise<string> {
  const { program, line, cwd } = input;
  const args = [program, ...line.split(" ")];
  const env = cleanEnvironment({});
  const finished = await run({ program: process.execPath, args, cwd, env });
  expect(finished).toMatchObject({ code: 0, stderr: expect.not.stringContaining("arning") });
  return finished.stdout;
}

async function project(name: string): Promise<string> {
  const line = `${name} --group example.com --kind Database --no-git --no-install --yes`;
  await call({ program: installed.create, line, cwd: installed.folder });
  return join(installed.folder, name);
}

test("what V8 has compiled is kept by a run that writes, used by the next ones, and made anew when damaged", async () => {
  const cwd = await project("kept");
  const path = join(cwd, kept);
  const plop = (line: string) => call({ program: installed.plop, line, cwd });
  const crdProject = (line: string) => call({ program: installed.crdProject, line, cwd });
  let added = 0;
  const edit = (): string => {
    added += 1;
    appendFileSync(join(cwd, types), `\nexport interface Added${added} {\n  size: string;\n}\n`);
    return `deepCopyAdded${added}(`;
  };
  await plop("verify");
  await plop("regenerate --dry-run");
  expect(existsSync(path)).toBe(false);

  const first = edit();
  await plop("regenerate");
  expect(readFileSync(join(cwd, output), "utf8")).toContain(first);
  const code = readFileSync(path);
  expect(code.length).toBeGreaterThan(100_000);

  for (const regenerate of [plop, crdProject]) {
    const next = edit();
    await regenerate("regenerate");
    expect(readFileSync(join(cwd, output), "utf8")).toContain(next);
    expect(readFileSync(path).equals(code)).toBe(true);
  }
  expect(await plop("verify")).toContain("Up to date");

  truncateSync(path, 1000);
  const last = edit();
  await plop("regenerate");
  expect(readFileSync(join(cwd, output), "utf8")).toContain(last);
  expect(readFileSync(path).length).toBeGreaterThan(100_000);
});

test("compiled code is not taken from a project whose packages lie elsewhere", async () => {
  const cwd = await project("linked");
  const elsewhere = join(installed.folder, "elsewhere");
  mkdirSync(elsewhere);
  symlinkSync(elsewhere, join(cwd, "node_modules"));
  appendFileSync(join(cwd, types), "\nexport interface Added {\n  size: string;\n}\n");
  await call({ program: installed.crdProject, line: "regenerate", cwd });
  expect(existsSync(join(cwd, ".create-crd-project/run.json"))).toBe(true);
  expect(existsSync(join(cwd, ".create-crd-project/code.bin"))).toBe(false);
  expect(existsSync(join(elsewhere, ".cache"))).toBe(false);
});
