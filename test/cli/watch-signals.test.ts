import { spawn } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { run } from "../process/run.js";
import { cleanEnvironment, installPackages } from "./installed.js";

const installed = installPackages();
const env = cleanEnvironment({});

/** A program of the packages in a project; resolves when its pipes are closed, by every process that has them. */
async function started(input: { readonly name: string; readonly args: readonly string[] }) {
  const { name, args } = input;
  const flags = [name, "--group", "example.com", "--kind", "Database", "--no-git", "--no-install"];
  await run({
    program: process.execPath,
    args: [installed.create, ...flags, "--yes"],
    cwd: installed.folder,
    env,
  });
  const child = spawn(process.execPath, [...args], {
    cwd: join(installed.folder, name),
    env,
    stdio: ["ignore", "pipe", "pipe"],
    detached: true,
  });
  let output = "";
  const watching = new Promise<void>((resolve) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
        if (output.includes("Watching for file changes")) resolve();
      });
    }
  });
  const closed = new Promise<void>((resolve) => child.once("close", () => resolve()));
  return { child, watching, closed, output: () => output };
}

test.skipIf(process.platform === "win32").each(["SIGINT", "SIGTERM", "SIGKILL"] as const)(
  "%s to plop alone ends the processes that it has started for a watch",
  async (signal) => {
    const { child, watching, closed, output } = await started({
      name: `ended-by-${signal.toLowerCase()}`,
      args: [installed.plop, "regenerate", "--", "--watch"],
    });
    await Promise.race([watching, closed]);
    expect(output()).toContain("Found 0 errors.");
    child.kill(signal);
    await closed;
    expect(child.signalCode).toBe(signal);
  },
  120_000,
);
