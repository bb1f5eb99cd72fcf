import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** What a TypeScript program printed; rejects when it did not end with 0. */
export async function runProgram(program: URL): Promise<string> {
  const args = ["--import", "tsx", fileURLToPath(program)];
  return (await promisify(execFile)(process.execPath, args)).stdout;
}
