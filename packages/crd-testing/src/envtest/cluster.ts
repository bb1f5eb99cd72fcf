import type { RestConfig } from "crd-runtime";
import type { ControlPlane } from "./launch.js";
import type { EnvironmentUser, NewUser } from "./users.js";

/** A server that an environment gives access to: one that it started, or one that was there. */
export interface Cluster {
  /** What was started, for this environment alone; undefined for a cluster that was there. */
  readonly controlPlane: ControlPlane | undefined;
  /** Of an administrator. */
  readonly config: RestConfig;
  readonly url: string;
  /** kubectl of the same origin, where there is one. */
  readonly kubectl: string | undefined;
  /** A kubeconfig with everything in it. @throws ExistingClusterError when the cluster has none */
  kubeconfig(): string;
  /** File with the kubeconfig, gone after `stop`. @throws ExistingClusterError when the cluster has none */
  kubeconfigPath(): string;
  /** @throws ExistingClusterError when the cluster has no way */
  addUser(user: Required<NewUser>): EnvironmentUser;
  stop(): Promise<void>;
}
