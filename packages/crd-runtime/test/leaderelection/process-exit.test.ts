import { expect, it } from "vitest";
import { runProgram } from "../run-program.js";

it("an elector that has ended lets the process end", async () => {
  const program = new URL("programs/stop.ts", import.meta.url);
  expect(await runProgram(program)).toBe("started\nstopped\n");
});
