import { readFileSync } from "node:fs";
import {
  type ExecConfig,
  type ImpersonationConfig,
  inClusterConfig,
  type KubeConfigLike,
  type RestConfig,
  restConfigFor,
} from "crd-runtime";
import { stringify } from "yaml";
import type { Cluster } from "./cluster.js";
import type { Environment } from "./environment.js";
import { ExistingClusterError } from "./errors.js";
import {
  type CurrentContext,
  type KubeconfigCluster,
  type KubeconfigExec,
  readCurrentContext,
} from "./kubeconfig-file.js";
import { RunFolder } from "./run-folder.js";

const execExtension = "client.authentication.k8s.io/exec";

/**
 * A cluster that is there already: the one of the configuration, else of KUBECONFIG or ~/.kube/config, else the one that this process
 * runs in as a pod. Nothing of it is stopped.
 *
 * @throws ExistingClusterError when none is named, or its kubeconfig cannot be used
 */
export function existingCluster(input: {
  readonly config: RestConfig | KubeConfigLike | undefined;
  readonly env: Environment;
}): Cluster {
  const { config, env } = input;
  if (config !== undefined) {
    return withoutFile("applyToHTTPSOptions" in config ? restConfigFor(config) : config);
  }
  const context = readCurrentContext(env);
  if (context !== undefined) return fromContext({ context, env });
  try {
    return withoutFile(inClusterConfig({ env }));
  } catch (error) {
    throw new ExistingClusterError(
      "an existing cluster is asked for and none is named: set KUBECONFIG, or pass its configuration as 'config'",
      { cause: error },
    );
  }
}

/** A cluster known by a configuration in memory. */
function withoutFile(config: RestConfig): Cluster {
  const refuse = (): never => {
    throw new ExistingClusterError(
      "this existing cluster was given as a configuration, of which no kubeconfig can be made: let KUBECONFIG name it",
    );
  };
  return {
    controlPlane: undefined,
    config,
    url: config.host,
    kubectl: undefined,
    kubeconfig: refuse,
    kubeconfigPath: refuse,
    addUser({ name, groups }) {
      if (config.transport !== undefined) {
        throw new ExistingClusterError(
          "users of an existing cluster are impersonated, which needs its kubeconfig: let KUBECONFIG name it",
        );
      }
      const as = impersonation({ name, groups });
      return {
        name,
        groups: groups ?? [],
        config: { ...config, impersonate: as },
        get kubeconfig() {
          return refuse();
        },
        writeKubeconfig: refuse,
      };
    },
    stop: async () => undefined,
  };
}

function fromContext(input: {
  readonly context: CurrentContext;
  readonly env: Environment;
}): Cluster {
  const { context, env } = input;
  const config = restConfigOf(context);
  let files = 0;
  let folder: RunFolder | undefined;
  const write = (text: string): string => {
    folder ??= new RunFolder({ env, onExit: () => undefined });
    files += 1;
    return folder.write({ name: `kubeconfig-${files}`, text });
  };
  let path: string | undefined;
  return {
    controlPlane: undefined,
    config,
    url: config.host,
    kubectl: undefined,
    kubeconfig: () => textOf({ context }),
    kubeconfigPath: () => {
      path ??= write(textOf({ context }));
      return path;
    },
    addUser({ name, groups }) {
      const as = impersonation({ name, groups });
      const kubeconfig = textOf({ context, as });
      return {
        name,
        groups: groups ?? [],
        config: { ...config, impersonate: as },
        kubeconfig,
        writeKubeconfig: () => write(kubeconfig),
      };
    },
    stop: async () => folder?.remove(),
  };
}

/** Nobody can make certificates for a foreign cluster, but its administrator may act as anybody. */
function impersonation(user: {
  readonly name: string;
  readonly groups: readonly string[] | undefined;
}): ImpersonationConfig {
  // A request with a user and no group at all is the same as one in this group.
  const groups = user.groups?.length ? user.groups : ["system:authenticated"];
  return { userName: user.name, groups };
}

function restConfigOf({ cluster, user, origin }: CurrentContext): RestConfig {
  if (user["auth-provider"] != null) {
    throw new ExistingClusterError(
      `the user of ${origin} gets credentials from a program (auth-provider): load it with KubeConfig of @kubernetes/client-node, and pass that as 'config'`,
    );
  }
  return {
    host: cluster.server,
    bearerToken: user.token || undefined,
    bearerTokenFile: user.tokenFile || undefined,
    username: user.username || undefined,
    password: user.password || undefined,
    proxy: cluster["proxy-url"] || undefined,
    tlsClientConfig: {
      insecure: cluster["insecure-skip-tls-verify"] ?? undefined,
      serverName: cluster["tls-server-name"] || undefined,
      caFile: cluster["certificate-authority"] || undefined,
      caData: decode(cluster["certificate-authority-data"]),
      certFile: user["client-certificate"] || undefined,
      certData: decode(user["client-certificate-data"]),
      keyFile: user["client-key"] || undefined,
      keyData: decode(user["client-key-data"]),
    },
    execProvider: user.exec ? execConfigOf({ exec: user.exec, cluster }) : undefined,
  };
}

function execConfigOf(input: {
  readonly exec: KubeconfigExec;
  readonly cluster: KubeconfigCluster;
}): ExecConfig {
  const { exec, cluster } = input;
  const { apiVersion, command } = exec;
  return {
    apiVersion,
    command,
    args: exec.args ?? undefined,
    env: exec.env ?? undefined,
    installHint: exec.installHint ?? undefined,
    provideClusterInfo: exec.provideClusterInfo ?? undefined,
    interactiveMode: exec.interactiveMode ?? undefined,
    // What kubectl hands on to a plugin that asks for the cluster.
    config: cluster.extensions?.find(({ name }) => name === execExtension)?.extension,
  };
}

function decode(base64: string | null | undefined): Buffer | undefined {
  return base64 ? Buffer.from(base64, "base64") : undefined;
}

/** The context alone, with the contents of its files in it. */
function textOf(input: {
  readonly context: CurrentContext;
  readonly as?: ImpersonationConfig;
}): string {
  const { cluster, user } = input.context;
  const as =
    input.as === undefined ? {} : { as: input.as.userName, "as-groups": input.as.groups ?? [] };
  const name = "existing";
  return stringify({
    apiVersion: "v1",
    kind: "Config",
    clusters: [{ name, cluster: withContents(cluster) }],
    users: [{ name, user: { ...withContents(user), ...as } }],
    contexts: [{ name, context: { cluster: name, user: name } }],
    "current-context": name,
  });
}

const fileKeys = ["certificate-authority", "client-certificate", "client-key"];

function withContents(part: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(part).map(([key, value]) =>
      fileKeys.includes(key) && typeof value === "string" && value !== ""
        ? [`${key}-data`, readFileSync(value).toString("base64")]
        : [key, value],
    ),
  );
}
