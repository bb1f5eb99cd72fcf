/**
 * Flags of kube-apiserver by their names without dashes. A text takes the place of ours, a list gives the flag several
 * times, and null leaves it out.
 *
 * @example { "feature-gates": "CustomResourceFieldSelectors=true", "enable-priority-and-fairness": null }
 */
export type ApiServerArgs = Readonly<Record<string, string | readonly string[] | null>>;

/** Files and addresses that our own flags name. */
export interface ApiServerPlaces {
  /** `unix:///...` */
  readonly etcd: string;
  readonly port: number;
  readonly certificateFolder: string;
  readonly servingCertificate: string;
  readonly servingKey: string;
  readonly clientAuthority: string;
  readonly serviceAccountKey: string;
}

/** The command line of kube-apiserver: our flags, and those of the user over them. @throws TypeError for names with dashes in front */
export function apiServerArgs(input: {
  readonly places: ApiServerPlaces;
  readonly args: ApiServerArgs;
}): readonly string[] {
  const flags = new Map(Object.entries(ownFlags(input.places)));
  for (const [name, value] of Object.entries(input.args)) {
    if (!/^[a-z][\w.-]*$/i.test(name)) {
      throw new TypeError(`apiServerArgs: '${name}' is not the name of a flag without its dashes`);
    }
    flags.set(name, value);
  }
  return [...flags].flatMap(([name, value]) => {
    if (value === null) return [];
    return typeof value === "string"
      ? [`--${name}=${value}`]
      : value.map((each) => `--${name}=${each}`);
  });
}

/** The port that the user asks for, if any. @throws RangeError when it is none */
export function fixedPort(args: ApiServerArgs): number | undefined {
  if (!Object.hasOwn(args, "secure-port")) return undefined;
  const port = Number(args["secure-port"]);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new RangeError(`apiServerArgs: '${args["secure-port"]}' is not a port for secure-port`);
}

function ownFlags(places: ApiServerPlaces): ApiServerArgs {
  return {
    "etcd-servers": places.etcd,
    "secure-port": String(places.port),
    "bind-address": "127.0.0.1",
    "cert-dir": places.certificateFolder,
    "tls-cert-file": places.servingCertificate,
    "tls-private-key-file": places.servingKey,
    "client-ca-file": places.clientAuthority,
    "service-account-issuer": "https://localhost",
    "service-account-key-file": places.serviceAccountKey,
    "service-account-signing-key-file": places.serviceAccountKey,
    "service-cluster-ip-range": "10.0.0.0/24",
    "authorization-mode": "RBAC",
    "disable-admission-plugins": "ServiceAccount",
    "enable-priority-and-fairness": "false",
    "allow-privileged": "true",
  };
}
