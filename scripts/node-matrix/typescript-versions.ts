import { join } from "node:path";
import { runOk } from "../../test/process/run.js";
import type { LocalNpm } from "../../test/registry/local-npm.js";

/** Compilers that a project may have in place of the one that it is created with: the last of an older line, and the native one. */
const versions = ["5.9.3", "7.0.2"] as const;
const steps = ["npx plop regenerate", "npx plop verify", "npm run typecheck", "npm test"];

/**
 * Creates a project and checks it with other versions of TypeScript than its own. Returns a line for each.
 *
 * @throws CommandFailed
 */
export async function checkTypeScriptVersions(npm: LocalNpm): Promise<readonly string[]> {
  const { folder, env } = npm;
  const project = join(folder, "other-typescript");
  const call = async (cwd: string, line: string): Promise<string> => {
    const [program = "", ...args] = line.split(" ");
    const { stdout } = await runOk({ program, args, cwd, env });
    return stdout.trim();
  };
  const answers = "--group other.example.com --kind Other --no-git --no-install --yes";
  await call(folder, `npm init crd-project other-typescript -- ${answers}`);
  const lines: string[] = [];
  for (const version of versions) {
    await call(project, `npm install --save-dev --save-exact typescript@${version}`);
    const found = await call(project, "npx tsc --version");
    if (found !== `Version ${version}`) throw new Error(`TypeScript is ${found}, not ${version}`);
    for (const step of steps) await call(project, step);
    lines.push(`TypeScript ${version}: ${steps.join(", ")}: passed`);
  }
  return lines;
}
