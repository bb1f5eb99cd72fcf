import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import type { KubeConfigLike, RestConfig } from "crd-runtime";
import { loadKubeConfig } from "./kube-config.js";

/**
 * The API server to talk to: the one of the kubeconfig, or with `--embedded` one in this process that has the CRDs and the
 * samples of this project.
 */
export async function findServer(): Promise<KubeConfigLike | RestConfig> {
  const { values } = parseArgs({ options: { embedded: { type: "boolean" } } });
  if (values.embedded !== true) return loadKubeConfig();
  const { EmbeddedApiServer } = await import("crd-testing");
  const samples = new URL("../config/samples/", import.meta.url);
  const server = await EmbeddedApiServer.start({
    crds: [new URL("../config/crd/", import.meta.url)],
    objects: existsSync(samples) ? [samples] : [],
  });
  return server.config;
}
