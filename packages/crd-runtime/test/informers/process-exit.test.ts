import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

/** What a program printed; rejects when it did not end with 0. */
async function run(program: string): Promise<string> {
  const path = fileURLToPath(new URL(`programs/${program}`, import.meta.url));
  const { stdout } = await promisify(execFile)(process.execPath, ["--import", "tsx", path]);
  return stdout;
}

it("a stopped factory lets the process end", async () => {
  expect(await run("stop.ts")).toBe("add a\nstopped\n");
});

it("an informer that waits for its server keeps the process alive", async () => {
  expect(await run("wait.ts")).toBe("list\nlist\nlist\nsynced: true\n");
});
