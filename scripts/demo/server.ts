import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startControlPlane } from "../../test/controlplane/index.js";

/** An API server for the demo alone. */
export interface DemoServer {
  /** `https://127.0.0.1:6443, in this process` */
  readonly description: string;
  readonly kubeconfigPath: string;
  /** Where there is one. */
  readonly kubectl: string | undefined;
  stop(): Promise<void>;
}

/** kube-apiserver and etcd. @throws ControlPlaneUnavailable, ControlPlaneFailed */
export async function realServer(log: (line: string) => void): Promise<DemoServer> {
  const controlPlane = await startControlPlane({ log });
  const { kubeconfigPath, kubectl, url, origin } = controlPlane;
  return {
    description: `${url}, with the programs in ${origin}`,
    kubeconfigPath,
    kubectl,
    stop: () => controlPlane.stop(),
  };
}

/** The embedded one, behind its HTTPS door. The packages must be built. */
export async function embeddedServer(): Promise<DemoServer> {
  const { EmbeddedApiServer } = await import("crd-testing");
  const api = await EmbeddedApiServer.start();
  const { url, kubeconfig } = await api.listen();
  const folder = mkdtempSync(join(tmpdir(), "crd-demo-"));
  const kubeconfigPath = join(folder, "kubeconfig");
  writeFileSync(kubeconfigPath, kubeconfig, { mode: 0o600 });
  return {
    description: `${url}, in the process of this demo`,
    kubeconfigPath,
    kubectl: undefined,
    stop: async () => {
      await api.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
