import type { RestConfig } from "crd-runtime";

/** Whom the server is to know: a name, and the groups that RBAC rules may name. */
export interface NewUser {
  readonly name: string;
  /** None unless given; `system:masters` may do everything. */
  readonly groups?: readonly string[] | undefined;
}

/** A user of an environment. */
export interface EnvironmentUser {
  readonly name: string;
  readonly groups: readonly string[];
  /** For clients: `Clientset.forConfig(user.config)`. */
  readonly config: RestConfig;
  /** A kubeconfig with everything in it. */
  readonly kubeconfig: string;
  /** Writes the kubeconfig to a file that only the own user reads, gone when the environment stops. Returns its path. */
  writeKubeconfig(): string;
}
