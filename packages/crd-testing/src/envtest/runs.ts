import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { cacheFolder, type Environment } from "./environment.js";
import { identify, isAlive, killNow, processIdentity, processSpace } from "./process-identity.js";

/** One started control plane, written down so that a later run can clean up after a killed one. */
const runRecord = z.object({
  space: z.string(),
  owner: processIdentity,
  /** The run's temporary folder. */
  folder: z.string(),
  processes: z.array(processIdentity),
});
type RunRecord = z.infer<typeof runRecord>;

/** Writes down what this process runs in a folder; again after every start of a server. */
export function recordRun(input: {
  readonly env: Environment;
  readonly folder: string;
  readonly processes: RunRecord["processes"];
}): void {
  const root = runsFolder(input.env);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  const record: RunRecord = {
    space: processSpace(),
    owner: identify(process.pid),
    folder: input.folder,
    processes: input.processes,
  };
  const file = recordFile(input);
  writeFileSync(`${file}.draft`, `${JSON.stringify(record)}\n`, { mode: 0o600 });
  renameSync(`${file}.draft`, file);
}

/** Forgets a run that has been stopped. */
export function forgetRun(input: { readonly env: Environment; readonly folder: string }): void {
  rmSync(recordFile(input), { force: true });
}

/** Kills the servers, and removes the folders, of runs whose process is gone. */
export function reapOrphans(env: Environment): void {
  const root = runsFolder(env);
  mkdirSync(root, { recursive: true, mode: 0o700 });
  for (const name of readdirSync(root).filter((each) => each.endsWith(".json"))) {
    const record = readRecord(join(root, name));
    // Process numbers of another container, or from before a restart of the machine, say nothing here.
    if (record === undefined || record.space !== processSpace() || isAlive(record.owner)) continue;
    for (const each of record.processes) killNow(each);
    rmSync(record.folder, { recursive: true, force: true });
    rmSync(join(root, name), { force: true });
  }
}

function runsFolder(env: Environment): string {
  return join(cacheFolder(env), "controlplane", "runs");
}

function recordFile(input: { readonly env: Environment; readonly folder: string }): string {
  return join(runsFolder(input.env), `${basename(input.folder)}.json`);
}

/** A record, or undefined for one that another run removes at this moment. */
function readRecord(file: string): RunRecord | undefined {
  try {
    return runRecord.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return undefined;
  }
}
