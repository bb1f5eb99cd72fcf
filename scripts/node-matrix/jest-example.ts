import { cpSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { runOk } from "../../test/process/run.js";
import type { LocalNpm } from "../../test/registry/local-npm.js";

const examples = fileURLToPath(new URL("../../packages/crd-testing/examples/", import.meta.url));
const jest = "jest@30.5.2";

/**
 * Runs the Jest example of crd-testing on the packed packages. Jest is installed here and nowhere else: it would double what
 * `npm ci` brings.
 *
 * @throws CommandFailed
 */
export async function runJestExample(npm: LocalNpm): Promise<string> {
  const cwd = join(npm.folder, "jest-example", "jest");
  mkdirSync(cwd, { recursive: true });
  cpSync(join(examples, "jest"), cwd, { recursive: true });
  cpSync(join(examples, "crds"), join(cwd, "../crds"), { recursive: true });
  const env = { ...npm.env, NODE_OPTIONS: "--experimental-vm-modules" };
  const packages = ["crd-runtime", "crd-testing", jest];
  const install = ["install", "--prefix", "..", "--no-save", ...packages];
  await runOk({ program: "npm", args: install, cwd, env: npm.env });
  await runOk({ program: "npx", args: ["--prefix", "..", "jest"], cwd, env });
  return jest;
}
