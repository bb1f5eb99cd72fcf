import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** `npm test`: everything that must hold, in the order in which a failure says most. */
const stages = ["build", "typecheck", "lint", "vitest", "node-matrix"] as const;

const root = fileURLToPath(new URL("../..", import.meta.url));
const start = performance.now();
const times: string[] = [];
let failed: string | undefined;
for (const stage of stages) {
  const begin = performance.now();
  const { status } = spawnSync("npm", ["run", "--silent", stage], { cwd: root, stdio: "inherit" });
  times.push(`${stage} ${seconds(begin)} s`);
  if (status === 0) continue;
  failed = stage;
  process.exitCode = 1;
  break;
}
const verdict = failed === undefined ? "everything passed" : `failed in ${failed}`;
process.stdout.write(`\n${verdict}: ${times.join(", ")}; ${seconds(start)} s in all\n`);

function seconds(since: number): number {
  return Math.round((performance.now() - since) / 1000);
}
