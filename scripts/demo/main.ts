import { cpSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ControlPlaneFailed, ControlPlaneUnavailable } from "../../test/controlplane/index.js";
import { startProgram } from "../../test/process/program.js";
import { CommandFailed, run } from "../../test/process/run.js";
import { type LocalNpm, startLocalNpm } from "../../test/registry/local-npm.js";
import { build } from "../../test/registry/packages.js";
import { sampleFolder } from "../sample/make.js";
import { Narrator } from "./narrator.js";
import { type DemoServer, embeddedServer, realServer } from "./server.js";

const narrator = new Narrator((text) => process.stdout.write(text));
const project = "my-operator";
const api = "src/apis/example.com/v1";
const types = `${api}/types.ts`;

/**
 * `npm run demo`: from an empty folder to typed code that talks to a Kubernetes API server: the embedded one, or a real one
 * with `-- --real`.
 */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { real: { type: "boolean", default: false } } });
  narrator.step(
    "Build the packages of this checkout and serve them from an npm registry on loopback",
  );
  await build();
  narrator.step(
    values.real
      ? "Start a Kubernetes API server: kube-apiserver and etcd, for this demo alone"
      : "Start a Kubernetes API server: the embedded one of crd-testing, for this demo alone",
  );
  const server = values.real
    ? await realServer((line) => narrator.say(line))
    : await embeddedServer();
  try {
    narrator.say(server.description);
    const npm = await startLocalNpm({
      ...process.env,
      KUBECONFIG: server.kubeconfigPath,
      NAMESPACE: undefined,
      npm_config_yes: "true",
    });
    try {
      await tell({ server, npm });
    } finally {
      await npm.stop();
    }
  } finally {
    await server.stop();
  }
}

async function tell(input: { readonly server: DemoServer; readonly npm: LocalNpm }): Promise<void> {
  const { server, npm } = input;
  const folder = join(npm.folder, project);
  const shell = shellIn({ cwd: folder, env: npm.env });

  narrator.step("Create a project, as anybody would: npm init");
  await shellIn({ cwd: npm.folder, env: npm.env }).succeeds(
    `npm init crd-project ${project} -- --group example.com --kind Database --no-git --yes`,
  );

  narrator.step(
    "Write the API: TypeScript interfaces, with the tags of code-generator and controller-gen",
  );
  copyFromSample({ folder, files: [`${api}/doc.ts`, types, "config/samples", "test/api.test.ts"] });
  narrator.say(types);
  narrator.output(excerpt(readFileSync(join(folder, types), "utf8")));

  narrator.step("The generated code is stale now, and both tsc and verify say so");
  await shell.fails("npx tsc");
  await shell.fails("npx plop verify", { lines: 12 });

  narrator.step("Generate: deep copies, registration, clientset, listers, informers and CRDs");
  await shell.succeeds("npx plop regenerate");
  await shell.succeeds("npx plop verify");
  copyFromSample({ folder, files: ["src/crud.ts", "src/watch.ts"] });
  await shell.succeeds("npm run typecheck");

  narrator.step("Install the CRDs, and wait until the server serves them");
  await shell.succeeds("npm run install-crds");

  narrator.step("Watch with an informer, while another program works with the typed client");
  narrator.command("npx tsx src/watch.ts &");
  const watch = startProgram({
    program: process.execPath,
    args: ["--import", "tsx", "src/watch.ts"],
    cwd: folder,
    env: npm.env,
  });
  try {
    await watch.printed("in the namespace default:");
    await shell.succeeds("npx tsx src/crud.ts");
    await watch.printed("deleted default/invoices");
    const { output } = await watch.interrupt();
    narrator.say("and the informer saw:");
    narrator.output(output);
  } finally {
    watch.kill();
  }

  narrator.step("List what there is, in one namespace and cluster-wide");
  if (server.kubectl !== undefined) {
    await shell.succeeds("kubectl apply -f config/samples", { program: server.kubectl });
  }
  await shell.succeeds("npm start");

  narrator.step("The same without any server at hand: the project brings its own");
  await shell.succeeds("npm start -- --embedded");
  await shell.succeeds("npm test");
}

interface Shell {
  /** Runs a command, which must succeed. @throws CommandFailed */
  succeeds(line: string, options?: { readonly program?: string }): Promise<void>;
  /** Runs a command, which must fail; shows its first lines. @throws CommandFailed when it does not */
  fails(line: string, options?: { readonly lines?: number }): Promise<void>;
}

function shellIn(place: {
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}): Shell {
  const call = async (line: string, program?: string) => {
    narrator.command(line);
    const [name = "", ...args] = line.split(" ");
    return run({ program: program ?? name, args, ...place });
  };
  return {
    async succeeds(line, options = {}) {
      const { code, stdout, stderr } = await call(line, options.program);
      narrator.output(`${stderr}\n${stdout}`);
      if (code !== 0) throw new CommandFailed(`'${line}' ended with exit code ${code}`);
    },
    async fails(line, options = {}) {
      const { code, stdout, stderr } = await call(line);
      const lines = `${stdout}\n${stderr}`.trim().split("\n");
      const shown = lines.slice(0, options.lines ?? 6);
      narrator.output(shown.join("\n"));
      if (shown.length < lines.length) narrator.output("...");
      narrator.output(`(exit code ${code})`);
      if (code === 0) throw new CommandFailed(`'${line}' should have failed`);
    },
  };
}

function copyFromSample(input: {
  readonly folder: string;
  readonly files: readonly string[];
}): void {
  for (const file of input.files) {
    cpSync(join(sampleFolder, file), join(input.folder, file), { recursive: true });
  }
}

/** The first kind of the types, with its tags. */
function excerpt(text: string): string {
  const start = text.indexOf("// +genclient");
  return `...\n${text.slice(start, text.indexOf("\n}\n", start) + 2)}\n...`;
}

try {
  await main();
  narrator.step("Done: everything above ran for real; project and server are gone again");
} catch (error) {
  const known = [CommandFailed, ControlPlaneFailed, ControlPlaneUnavailable];
  const isKnown = known.some((kind) => error instanceof kind);
  process.stderr.write(
    `\nThe demo failed: ${isKnown && error instanceof Error ? error.message : ""}\n`,
  );
  if (!isKnown) throw error;
  process.exitCode = 1;
}
