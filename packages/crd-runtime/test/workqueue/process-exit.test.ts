import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, it } from "vitest";

it("queues keep no process alive", async () => {
  const program = fileURLToPath(new URL("programs/exit.ts", import.meta.url));
  const args = ["--import", "tsx", program];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  expect(stdout).toBe("end\n");
});
