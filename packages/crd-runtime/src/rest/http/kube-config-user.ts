import type { RestConfig } from "../config.js";
import { ConfigError } from "../errors.js";
import { isRecord } from "../guards.js";
import { checkedExecConfig } from "./exec/checked-config.js";

/**
 * The configuration of a user of a KubeConfig with an exec plugin or a token file, whose credentials client-node would keep
 * after a 401; undefined for all others, which client-node knows best.
 *
 * @throws ConfigError when its exec section is not as it should be
 */
export function configOfUser(input: {
  readonly cluster: unknown;
  readonly user: unknown;
}): RestConfig | undefined {
  const { cluster, user } = input;
  if (!isRecord(cluster) || !isRecord(user)) return undefined;
  const tokenFile = tokenFileOf(user["authProvider"]);
  if (!user["exec"] && tokenFile === undefined) return undefined;
  if (user["exec"] && user["authProvider"]) {
    throw new ConfigError("the user of the KubeConfig: exec and auth-provider exclude each other");
  }
  const insecure = cluster["skipTLSVerify"] === true;
  const bearerToken = text(user["token"])?.trim();
  const userName = text(user["impersonateUser"]);
  return {
    host: text(cluster["server"]) ?? "",
    proxy: text(cluster["proxyUrl"]),
    tlsClientConfig: {
      insecure,
      serverName: text(cluster["tlsServerName"]),
      // Nothing is checked against it, then.
      caFile: insecure ? undefined : text(cluster["caFile"]),
      caData: insecure ? undefined : bytes(cluster["caData"]),
      certFile: text(user["certFile"]),
      certData: bytes(user["certData"]),
      keyFile: text(user["keyFile"]),
      keyData: bytes(user["keyData"]),
    },
    bearerToken,
    bearerTokenFile: bearerToken === undefined ? tokenFile : undefined,
    username: text(user["username"]),
    password: text(user["password"]),
    impersonate: userName === undefined ? undefined : { userName },
    execProvider: user["exec"] ? checkedExecConfig(user["exec"]) : undefined,
  };
}

/** That of a pod, among others: `loadFromCluster` makes it so. */
function tokenFileOf(provider: unknown): string | undefined {
  return isRecord(provider) && provider["name"] === "tokenFile" && isRecord(provider["config"])
    ? text(provider["config"]["tokenFile"])
    : undefined;
}

function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function bytes(value: unknown): Uint8Array | undefined {
  const base64 = text(value);
  return base64 === undefined ? undefined : Buffer.from(base64, "base64");
}
