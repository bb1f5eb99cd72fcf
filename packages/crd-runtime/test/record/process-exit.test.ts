import { expect, it } from "vitest";
import { runProgram } from "../run-program.js";

it("events that wait for another try do not keep the process alive", async () => {
  const program = new URL("programs/unreachable.ts", import.meta.url);
  expect(await runProgram(program)).toBe("unreachable\nunreachable\n");
});
