import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { startControlPlane } from "../../test/controlplane/index.js";
import { measure } from "../measure/process.js";
import type { Reporter } from "../measure/report.js";
import { repository } from "../project.js";
import { writeRestConfig } from "../rest-config.js";
import type { ServerFiles } from "./clients.js";

const seed = fileURLToPath(new URL("seed.js", import.meta.url));

/** A kube-apiserver with so many widgets of 1.6 KB in a hundred namespaces. */
export interface WidgetServer extends ServerFiles {
  stop(): Promise<void>;
}

export async function startWidgetServer(input: {
  readonly objects: number;
  readonly report: Reporter;
}): Promise<WidgetServer> {
  const { objects, report } = input;
  const server = await startControlPlane({ log: (line) => report.line(line) });
  try {
    const kubeconfig = server.kubeconfigPath;
    const socket = join(dirname(kubeconfig), "etcd.sock");
    await measure({
      command: process.execPath,
      args: [seed, kubeconfig, socket, String(objects)],
      cwd: repository,
    });
    return { kubeconfig, config: writeRestConfig(server), stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
