import type { RestConfig } from "../config.js";
import { ConfigCredentials } from "./config-credentials.js";
import type { CredentialSource } from "./credentials.js";
import { ExecCredentials } from "./exec/exec-credentials.js";

/**
 * The credentials that a configuration names. As in client-go, an exec plugin counts only when there are no others.
 *
 * @throws ConfigError when settings contradict each other
 */
export function credentialsFor(config: RestConfig): CredentialSource {
  const base = new ConfigCredentials(config);
  return config.execProvider === undefined || hasCredentials(config)
    ? base
    : new ExecCredentials({ config, base });
}

function hasCredentials(config: RestConfig): boolean {
  const { bearerToken, bearerTokenFile, username, tlsClientConfig: tls = {} } = config;
  return Boolean(bearerToken || bearerTokenFile || username || tls.certFile || tls.certData);
}
