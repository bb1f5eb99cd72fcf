import { expect, it } from "vitest";
import { runProgram } from "../run-program.js";

const run = (program: string): Promise<string> =>
  runProgram(new URL(`programs/${program}`, import.meta.url));

it("a stopped factory lets the process end", async () => {
  expect(await run("stop.ts")).toBe("add a\nstopped\n");
});

it("an informer that waits for its server keeps the process alive", async () => {
  expect(await run("wait.ts")).toBe("list\nlist\nlist\nsynced: true\n");
});
