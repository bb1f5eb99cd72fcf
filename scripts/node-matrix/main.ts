import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { ControlPlaneUnavailable, startControlPlane } from "../../test/controlplane/index.js";
import { CommandFailed, runOk } from "../../test/process/run.js";
import { startLocalNpm } from "../../test/registry/local-npm.js";
import { build } from "../../test/registry/packages.js";
import { runJestExample } from "./jest-example.js";
import { checkTypeScriptVersions } from "./typescript-versions.js";

/** The oldest Node that is supported, and newer ones with client-node 2.x, which needs Node 22.19. */
const matrix = [
  { node: "20.19.0", clientNode: "@kubernetes/client-node@^1.4.0" },
  { node: "22", clientNode: "@kubernetes/client-node@^2.0.1" },
  { node: "24", clientNode: "@kubernetes/client-node@^2.0.1" },
] as const;

/**
 * `npm run node-matrix`: smoke tests of the packed packages on other versions of Node and client-node. A project is created,
 * checked and, where there is an API server, run; there the Jest example of crd-testing is, too. Another one is checked with other
 * versions of TypeScript.
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
    for (const { node, clientNode } of matrix) {
      const folder = join(npm.folder, `node-${node}`);
      mkdirSync(folder);
      const path = await installNode({ node, folder, env: npm.env });
      const env = { ...npm.env, PATH: `${path}:${npm.env["PATH"]}` };
      await smokeTest({ node, clientNode, folder, env, hasServer: controlPlane !== undefined });
    }
    for (const line of await checkTypeScriptVersions(npm)) say(line);
    if (controlPlane !== undefined) say(`${await runJestExample(npm)}: the example passed`);
  } finally {
    await npm.stop();
    await controlPlane?.stop();
  }
}

type Env = Readonly<Record<string, string>>;

/** Installs a version of Node as a package and gives the folder of its program. */
async function installNode(input: {
  readonly node: string;
  readonly folder: string;
  readonly env: Env;
}): Promise<string> {
  const tools = join(input.folder, "tools");
  mkdirSync(tools);
  // Its install script links the program; npm may be set to run none.
  const args = ["install", "--no-save", "--ignore-scripts=false", `node@${input.node}`];
  await runOk({ program: "npm", args: [...args, "--prefix", tools], cwd: tools, env: input.env });
  return join(tools, "node_modules/node/bin");
}

async function smokeTest(input: {
  readonly node: string;
  readonly clientNode: string;
  readonly folder: string;
  readonly env: Env;
  readonly hasServer: boolean;
}): Promise<void> {
  const { node, clientNode, folder, env, hasServer } = input;
  const project = join(folder, "smoke");
  const call = async (cwd: string, line: string): Promise<string> => {
    const [program = "", ...args] = line.split(" ");
    const { stdout } = await runOk({ program, args, cwd, env });
    return stdout.trim();
  };
  const version = await call(folder, "node --version");
  if (!`${version}.`.startsWith(`v${node}.`)) throw new Error(`Node is ${version}, not ${node}`);
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
