import type { Clock } from "../clock/index.js";
import type { RestConfig } from "./config.js";
import { parseAddress } from "./http/address.js";
import { KubeConfigFileCredentials } from "./http/kube-config-file-credentials.js";
import { NodeTransport } from "./http/node-transport.js";
import { clusterOf, type KubeConfigLike } from "./kube-config.js";

/** Where a kubeconfig lies, and who reads it. */
export interface KubeConfigFile {
  readonly path: string;
  /** Reads the file; throws when it cannot. Called again whenever it has changed. */
  readonly load: (path: string) => KubeConfigLike;
  readonly clock?: Clock | undefined;
}

/**
 * The configuration of a kubeconfig file that may be replaced, with a new certificate or token in it: it is looked at again
 * when a minute has passed, and after a 401. The context stays the one that was current at first, and so does the address of
 * the server; a file that cannot be read, or in which that context has another server or user, changes nothing.
 *
 * @example
 * const config = restConfigFromFile({
 *   path: "/etc/kubernetes/scheduler.conf",
 *   load: (path) => {
 *     const kubeConfig = new KubeConfig();
 *     kubeConfig.loadFromFile(path);
 *     return kubeConfig;
 *   },
 * });
 * const rest = RestClient.forConfig(config);
 * @throws ConfigError when the file has no current cluster; what `load` throws
 */
export function restConfigFromFile(file: KubeConfigFile): RestConfig {
  const { path, load, clock } = file;
  const config = load(path);
  const { server, proxyUrl } = clusterOf(config);
  const context = config.getCurrentContext?.();
  const credentials = new KubeConfigFileCredentials({
    path,
    load: () => {
      const loaded = load(path);
      if (context !== undefined) loaded.setCurrentContext?.(context);
      return loaded;
    },
    config,
    server,
    clock,
  });
  const address = parseAddress(server);
  const proxy = proxyUrl || undefined;
  return {
    host: server,
    clock,
    transport: new NodeTransport({ address, credentials, proxy, clock }),
  };
}
