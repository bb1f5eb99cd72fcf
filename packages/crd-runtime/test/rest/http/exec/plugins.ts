import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath } from "node:process";
import type { ExecConfig } from "../../../../src/rest/index.js";

export const apiVersion = "client.authentication.k8s.io/v1";

/** A plugin that runs a script of Node. */
export function script(code: string, settings: Partial<ExecConfig> = {}): ExecConfig {
  return {
    apiVersion,
    command: execPath,
    args: ["-e", code],
    interactiveMode: "Never",
    ...settings,
  };
}

/** An ExecCredential as plugins print it. */
export function credential(status: unknown): string {
  return JSON.stringify({ apiVersion, kind: "ExecCredential", status });
}

/** A plugin that gives a status, which may change, and counts its runs. */
export interface CountingPlugin extends AsyncDisposable {
  readonly exec: ExecConfig;
  gives(status: unknown): void;
  runs(): number;
}

const counting = `
const { appendFileSync, readFileSync } = require("node:fs");
appendFileSync(process.env.RUNS, "x");
process.stdout.write(readFileSync(process.env.ANSWER));
`;

export async function countingPlugin(status: unknown): Promise<CountingPlugin> {
  const folder = await mkdtemp(join(tmpdir(), "crd-runtime-"));
  const [runs, answer] = [join(folder, "runs"), join(folder, "answer")];
  const gives = (next: unknown): void => writeFileSync(answer, credential(next));
  writeFileSync(runs, "");
  gives(status);
  return {
    exec: script(counting, {
      env: [
        { name: "RUNS", value: runs },
        { name: "ANSWER", value: answer },
      ],
    }),
    gives,
    runs: () => readFileSync(runs, "utf8").length,
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}
