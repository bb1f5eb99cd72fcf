import type { RequestOptions } from "node:https";
import type { RestConfig } from "./config.js";
import { ConfigError } from "./errors.js";
import { parseAddress } from "./http/address.js";
import { KubeConfigCredentials } from "./http/kube-config-credentials.js";
import { NodeTransport } from "./http/node-transport.js";

/**
 * What is used of `KubeConfig` of @kubernetes/client-node, 1.4 and 2.x. Its types are not imported:
 * they cost a type check more than a second.
 */
export interface KubeConfigLike {
  getCurrentCluster(): ClusterLike | null;
  /** Of the other fields of a user, those of client-node's `User` count when `exec` or a token file is among them. */
  getCurrentUser?(): { readonly name?: string | undefined } | null;
  /** Needed by `restConfigFromFile` alone, which stays with the context that was current at first. */
  getCurrentContext?(): string;
  setCurrentContext?(context: string): void;
  /** Puts credentials and TLS material into the options. Not asked for users with `exec` or a token file. */
  applyToHTTPSOptions(options: RequestOptions): Promise<void>;
}

/** A cluster of a kubeconfig. */
export interface ClusterLike {
  readonly name?: string | undefined;
  readonly server: string;
  readonly skipTLSVerify?: boolean | undefined;
  readonly proxyUrl?: string | undefined;
}

/** The last configuration made from each KubeConfig, so that clients of one context share connections. */
const configs = new WeakMap<
  KubeConfigLike,
  { readonly user: unknown; readonly rest: RestConfig }
>();

/**
 * The configuration that stands for the current context of a KubeConfig, to be extended with settings
 * that a kubeconfig does not have. It stays with that context.
 *
 * @example
 * const rest = RestClient.forConfig({ ...restConfigFor(kubeConfig), qps: 20, burst: 40 });
 * @throws ConfigError when the KubeConfig has no current cluster, or the exec section of its user cannot be used
 */
export function restConfigFor(config: KubeConfigLike): RestConfig {
  const cluster = clusterOf(config);
  const user = config.getCurrentUser?.()?.name;
  const present = configs.get(config);
  if (present?.rest.host === cluster.server && present.user === user) {
    return present.rest;
  }
  const rest: RestConfig = {
    host: cluster.server,
    transport: new NodeTransport({
      address: parseAddress(cluster.server),
      credentials: new KubeConfigCredentials({ config, server: cluster.server }),
      proxy: cluster.proxyUrl || undefined,
    }),
  };
  configs.set(config, { user, rest });
  return rest;
}

/** @throws ConfigError when there is none */
export function clusterOf(config: KubeConfigLike): ClusterLike {
  const cluster = config.getCurrentCluster();
  if (cluster === null || !cluster.server) {
    throw new ConfigError(
      "the KubeConfig has no current cluster: load one, for example with loadFromDefault(), and set its current context",
    );
  }
  return cluster;
}

/** Whether a configuration is a KubeConfig. */
export function isKubeConfigLike(config: KubeConfigLike | RestConfig): config is KubeConfigLike {
  return "applyToHTTPSOptions" in config && typeof config.applyToHTTPSOptions === "function";
}
