import type { RequestOptions } from "node:https";

/**
 * What is used of `KubeConfig` of @kubernetes/client-node, 1.4 and 2.x. Its types are not imported:
 * they cost a type check more than a second.
 */
export interface KubeConfigLike {
  getCurrentCluster(): ClusterLike | null;
  getCurrentUser?(): { readonly name?: string | undefined } | null;
  /** Puts credentials and TLS material into the options; runs exec plugins and reads token files. */
  applyToHTTPSOptions(options: RequestOptions): Promise<void>;
}

/** A cluster of a kubeconfig. */
export interface ClusterLike {
  readonly name?: string | undefined;
  readonly server: string;
  readonly skipTLSVerify?: boolean | undefined;
  readonly proxyUrl?: string | undefined;
}
