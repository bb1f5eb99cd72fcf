import { existsSync, readFileSync } from "node:fs";
import { isIPv6 } from "node:net";
import { join } from "node:path";
import { env as processEnv } from "node:process";
import type { RestConfig } from "./config.js";
import { ConfigError } from "./errors.js";

const serviceAccount = "/var/run/secrets/kubernetes.io/serviceaccount";

/** Where a pod finds itself; both are set only in tests. */
export interface InClusterOptions {
  /** Folder of the service account: `token`, `ca.crt`, `namespace`. */
  readonly directory?: string | undefined;
  readonly env?: Readonly<Record<string, string | undefined>> | undefined;
}

/**
 * The configuration of a pod: the API server of its cluster, as its service account. The token file
 * is read again as it rotates. Follows client-go's `rest.InClusterConfig`.
 *
 * @throws ConfigError when this is no pod with a service account
 */
export function inClusterConfig(options: InClusterOptions = {}): RestConfig {
  const { directory = serviceAccount, env = processEnv } = options;
  const host = env["KUBERNETES_SERVICE_HOST"];
  const port = env["KUBERNETES_SERVICE_PORT"];
  const bearerTokenFile = join(directory, "token");
  if (!host || !port || !existsSync(bearerTokenFile)) {
    throw new ConfigError(
      "this is no pod with a service account: KUBERNETES_SERVICE_HOST, KUBERNETES_SERVICE_PORT or the token file is missing; use a kubeconfig",
    );
  }
  const caFile = join(directory, "ca.crt");
  return {
    host: `https://${isIPv6(host) ? `[${host}]` : host}:${port}`,
    bearerTokenFile,
    tlsClientConfig: existsSync(caFile) ? { caFile } : {},
  };
}

/** The namespace that a pod runs in; undefined outside of a cluster. */
export function inClusterNamespace(options: InClusterOptions = {}): string | undefined {
  const file = join(options.directory ?? serviceAccount, "namespace");
  return existsSync(file) ? readFileSync(file, "utf8").trim() || undefined : undefined;
}
