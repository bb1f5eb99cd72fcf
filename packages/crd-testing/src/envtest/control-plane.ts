import { type AssetOptions, findAssets } from "./assets.js";
import { PortTaken } from "./await-ready.js";
import type { Environment } from "./environment.js";
import { type ControlPlane, launch } from "./launch.js";
import { reapOrphans } from "./runs.js";
import { type ControlPlaneSettings, resolveSettings } from "./settings.js";

/** How a control plane starts. Everything is optional. */
export interface ControlPlaneOptions extends ControlPlaneSettings, AssetOptions {
  /** Environment variables; process.env unless given. */
  readonly env?: Environment | undefined;
  /** Gets what takes long, line by line; nothing is said unless given. */
  readonly log?: ((line: string) => void) | undefined;
}

const attempts = 5;

/**
 * Starts a kube-apiserver and its etcd on free ports of 127.0.0.1, and waits until it is ready: about 3 seconds, or 5 minutes
 * when the programs must be built first. What a killed run left behind is stopped before.
 *
 * Environment, as envtest has it: KUBEBUILDER_ASSETS, TEST_ASSET_ETCD, TEST_ASSET_KUBE_APISERVER, TEST_ASSET_KUBECTL,
 * KUBEBUILDER_CONTROLPLANE_START_TIMEOUT and _STOP_TIMEOUT (Go durations, 60s and 20s),
 * KUBEBUILDER_ATTACH_CONTROL_PLANE_OUTPUT=true.
 *
 * @example
 * const controlPlane = await startControlPlane({ log: (line) => process.stderr.write(`${line}\n`) });
 * try {
 *   kubeConfig.loadFromFile(controlPlane.kubeconfigPath);
 * } finally {
 *   await controlPlane.stop();
 * }
 *
 * @throws ControlPlaneUnavailable when there are no programs
 * @throws ControlPlaneFailed when a server ends or is not ready in time
 * @throws the signal's reason when it is aborted
 */
export async function startControlPlane(options: ControlPlaneOptions = {}): Promise<ControlPlane> {
  const { env = process.env, log = () => undefined, signal } = options;
  signal?.throwIfAborted();
  const settings = resolveSettings({ settings: options, env });
  reapOrphans(env);
  const assets = await findAssets({ ...options, env, log });
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted();
    try {
      return await launch({ assets, env, settings });
    } catch (error) {
      if (!(error instanceof PortTaken) || attempt === attempts) throw error;
      log("another process took the port; trying again with another one");
    }
  }
}
