import { ControlPlaneFailed, ControlPlaneUnavailable, startControlPlane } from "./index.js";

/** `npm run controlplane`: an API server for a developer, until Ctrl-C. */
async function main(): Promise<void> {
  const say = (line: string): boolean => process.stderr.write(`${line}\n`);
  const stopped = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, resolve);
  });
  const controlPlane = await startControlPlane({ log: say });
  say(`API server at ${controlPlane.url}, programs from ${controlPlane.origin}`);
  say(`  export KUBECONFIG=${controlPlane.kubeconfigPath}`);
  if (controlPlane.kubectl !== undefined) say(`  ${controlPlane.kubectl} get namespaces`);
  say("Ctrl-C stops it and removes its data.");
  // Alone on standard output, so that a script can read it.
  process.stdout.write(`${controlPlane.kubeconfigPath}\n`);
  // A pending promise keeps no process alive.
  const alive = setInterval(() => undefined, 2 ** 30);
  await stopped;
  clearInterval(alive);
  await controlPlane.stop();
  say("stopped");
}

const help = `npm run controlplane: runs etcd and a real kube-apiserver until Ctrl-C, and prints the path of a kubeconfig.
It takes no options. Where the programs come from: docs/testing.md.
`;

const [argument] = process.argv.slice(2);
try {
  if (argument === undefined) await main();
  else if (argument === "--help" || argument === "-h") process.stdout.write(help);
  else {
    process.stderr.write(`there is no '${argument}'\n${help}`);
    process.exitCode = 2;
  }
} catch (error) {
  if (!(error instanceof ControlPlaneUnavailable || error instanceof ControlPlaneFailed))
    throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
