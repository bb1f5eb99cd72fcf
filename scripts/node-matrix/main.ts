import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ControlPlaneUnavailable, startControlPlane } from "../../test/controlplane/index.js";
import { CommandFailed, runOk } from "../../test/process/run.js";
import { startLocalNpm } from "../../test/registry/local-npm.js";
import { build } from "../../test/registry/packages.js";

/** Major versions beside the one that runs the tests; client-node 2.x needs Node 22.19. */
const nodeVersions = ["22", "24"];
const clientNode = "@kubernetes/client-node@^2.0.1";

/**
 * `npm run node-matrix`: smoke tests of the packed packages on other versions of Node, with client-node 2.x. A project is
 * created, checked and, where there is an API server, run.
 */
async function main(): Promise<void> {
  await build();
  const controlPlane = await orUndefined(startControlPlane({ log: say }));
  const npm = await startLocalNpm({
    ...process.env,
    KUBECONFIG: controlPlane?.kubeconfigPath,
    NAMESPACE: undefined,
    npm_config_yes: "true",
  });
  try {
    for (const major of nodeVersions) {
      const folder = join(npm.folder, `node-${major}`);
      mkdirSync(folder);
      const path = await installNode({ major, folder, env: npm.env });
      const env = { ...npm.env, PATH: `${path}:${npm.env["PATH"]}` };
      await smokeTest({ major, folder, env, hasServer: controlPlane !== undefined });
    }
  } finally {
    await npm.stop();
    await controlPlane?.stop();
  }
}

type Env = Readonly<Record<string, string>>;

/** Installs a version of Node as a package and gives the folder of its program. */
async function installNode(input: {
  readonly major: string;
  readonly folder: string;
  readonly env: Env;
}): Promise<string> {
  const tools = join(input.folder, "tools");
  mkdirSync(tools);
  // Its install script links the program; npm may be set to run none.
  const args = ["install", "--no-save", "--ignore-scripts=false", `node@${input.major}`];
  await runOk({ program: "npm", args: [...args, "--prefix", tools], cwd: tools, env: input.env });
  return join(tools, "node_modules/node/bin");
}

async function smokeTest(input: {
  readonly major: string;
  readonly folder: string;
  readonly env: Env;
  readonly hasServer: boolean;
}): Promise<void> {
  const { major, folder, env, hasServer } = input;
  const project = join(folder, "smoke");
  const call = async (cwd: string, line: string): Promise<string> => {
    const [program = "", ...args] = line.split(" ");
    const { stdout } = await runOk({ program, args, cwd, env });
    return stdout.trim();
  };
  const version = await call(folder, "node --version");
  if (!version.startsWith(`v${major}.`)) throw new Error(`Node is ${version}, and not ${major}`);
  const answers = "--group smoke.example.com --kind Smoke --no-git --no-install --yes";
  await call(folder, `npm init crd-project smoke -- ${answers}`);
  await call(project, `npm install ${clientNode}`);
  const steps = ["npx plop verify", "npm run typecheck", "npm test"];
  const onServer = hasServer ? ["npm run install-crds", "npm start"] : [];
  for (const step of [...steps, ...onServer]) await call(project, step);
  say(
    `Node ${version} with ${clientNode}: ${[...steps, ...onServer].join(", ")}: passed` +
      (hasServer ? "" : "; nothing was run against an API server, since there is none"),
  );
}

/** The control plane, or undefined where there is none and CI does not insist. */
async function orUndefined<T>(starting: Promise<T>): Promise<T | undefined> {
  try {
    return await starting;
  } catch (error) {
    if (!(error instanceof ControlPlaneUnavailable) || process.env["CI"] === "true") throw error;
    say(error.message);
    return undefined;
  }
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

try {
  await main();
} catch (error) {
  if (!(error instanceof CommandFailed)) throw error;
  say(error.message);
  process.exitCode = 1;
}
