import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

/** What a TypeScript program printed, run with flags of Node; rejects when it did not end with 0. */
export async function runProgram(program: URL, ...flags: readonly string[]): Promise<string> {
  const args = ["--import", "tsx", ...flags, fileURLToPath(program)];
  return (await promisify(execFile)(process.execPath, args)).stdout;
}
