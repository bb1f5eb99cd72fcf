import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { temporaryFolder } from "../../../../test/process/temporary-folder.js";
import {
  identify,
  isAlive,
  type ProcessIdentity,
  processSpace,
} from "../../src/envtest/process-identity.js";
import { forgetRun, reapOrphans, recordRun } from "../../src/envtest/runs.js";

function sleeper(): ProcessIdentity {
  const child = spawn("sleep", ["600"], { stdio: "ignore" });
  onTestFinished(() => void child.kill("SIGKILL"));
  return identify(child.pid ?? 0);
}

/** A folder with a run whose owner is, or is not, alive. */
function writtenRun(input: { readonly owner: ProcessIdentity; readonly space?: string }) {
  const home = temporaryFolder();
  const folder = join(home, "run");
  const runs = join(home, "create-crd-project/controlplane/runs");
  mkdirSync(folder);
  mkdirSync(runs, { recursive: true });
  const server = sleeper();
  const record = { space: processSpace(), folder, processes: [server], ...input };
  writeFileSync(join(runs, "run.json"), JSON.stringify(record));
  return { env: { XDG_CACHE_HOME: home }, folder, runs, server };
}

function deadProcess(): ProcessIdentity {
  const { pid } = spawnSync("true");
  return { pid, started: "long ago" };
}

it("kills the servers of a dead run and removes its folder", async () => {
  const run = writtenRun({ owner: deadProcess() });
  expect(isAlive(run.server)).toBe(true);
  reapOrphans(run.env);
  await expect.poll(() => isAlive(run.server)).toBe(false);
  expect(existsSync(run.folder)).toBe(false);
  expect(readdirSync(run.runs)).toEqual([]);
});

it("tells a later process with the same number from the dead owner", async () => {
  const run = writtenRun({ owner: { pid: process.pid, started: "earlier" } });
  reapOrphans(run.env);
  await expect.poll(() => isAlive(run.server)).toBe(false);
});

it("leaves a run alone whose owner lives, and one of another machine", () => {
  const own = writtenRun({ owner: identify(process.pid) });
  const foreign = writtenRun({ owner: deadProcess(), space: "another boot" });
  for (const run of [own, foreign]) {
    reapOrphans(run.env);
    expect(isAlive(run.server)).toBe(true);
    expect(existsSync(run.folder)).toBe(true);
  }
});

it("kills no process that only has the number of a server", () => {
  const run = writtenRun({ owner: deadProcess() });
  const record = readFileSync(join(run.runs, "run.json"), "utf8");
  writeFileSync(
    join(run.runs, "run.json"),
    record.replace(`"started":"${run.server.started}"`, '"started":"earlier"'),
  );
  reapOrphans(run.env);
  expect(isAlive(run.server)).toBe(true);
});

it("writes a run down for its user only, and forgets it", () => {
  const env = { XDG_CACHE_HOME: temporaryFolder() };
  const folder = join(env.XDG_CACHE_HOME, "run");
  recordRun({ env, folder, processes: [] });
  const runs = join(env.XDG_CACHE_HOME, "create-crd-project/controlplane/runs");
  expect(readdirSync(runs)).toEqual(["run.json"]);
  forgetRun({ env, folder });
  expect(readdirSync(runs)).toEqual([]);
});
