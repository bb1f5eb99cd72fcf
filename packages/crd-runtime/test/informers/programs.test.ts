import { expect, it } from "vitest";
import { runProgram } from "../run-program.js";

const run = (program: string, ...flags: readonly string[]): Promise<string> =>
  runProgram(new URL(`programs/${program}`, import.meta.url), ...flags);

// client-go: TestMain
it("a stopped factory lets the process end", async () => {
  expect(await run("stop.ts")).toBe("add a\nstopped\n");
});

it("an informer that waits for its server keeps the process alive", async () => {
  expect(await run("wait.ts")).toBe("list\nlist\nlist\nsynced: true\n");
});

// client-go trap: pinned lists
// client-go: TestReflectorListExtract
it("what is cached of large answers keeps nothing else of them in memory", async () => {
  expect(await run("retained.ts", "--expose-gc")).toBe(
    [
      "listed: 100 cached, no others, little memory",
      "watched: 200 cached, no others, little memory",
      "deleted: 100 cached, no others, little memory",
      "",
    ].join("\n"),
  );
});
