import { type Persisted, RestClient, type RestConfig } from "crd-runtime";
import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import type { Cluster } from "./cluster.js";
import { startControlPlane } from "./control-plane.js";
import { installCrds, uninstallCrds } from "./crds/install.js";
import { readCrds } from "./crds/read.js";
import type { CrdSource } from "./crds/source.js";
import { existingCluster } from "./existing-cluster.js";
import type { ControlPlane } from "./launch.js";
import type { CrdOptions, TestEnvironmentOptions } from "./options.js";
import { startedCluster } from "./started-cluster.js";
import type { EnvironmentUser, NewUser } from "./users.js";

const crdTimeoutMs = 10_000;

/**
 * A real kube-apiserver with its etcd for tests, on free ports of 127.0.0.1, as envtest is for Go. There are no controllers:
 * namespaces stay Terminating, nothing is garbage collected, no Deployment becomes Pods. Several may run at once.
 *
 * @example
 * const env = await TestEnvironment.start({ crds: ["config/crd"] });
 * try {
 *   const clientset = Clientset.forConfig(env.config);
 * } finally {
 *   await env.stop();
 * }
 *
 * Follows sigs.k8s.io/controller-runtime/pkg/envtest.
 */
export class TestEnvironment implements AsyncDisposable {
  /** For clients, as an administrator of the cluster. */
  readonly config: RestConfig;
  /** Address of the API server. */
  readonly url: string;
  /**
   * What was started, for tests of what happens when one of its programs fails; undefined for an existing cluster.
   *
   * @example
   * await env.controlPlane?.apiServer.kill();
   * await env.controlPlane?.apiServer.start();
   */
  readonly controlPlane: ControlPlane | undefined;
  /** Path of kubectl, where it came with the server. */
  readonly kubectl: string | undefined;
  readonly #cluster: Cluster;
  /** What is uninstalled before the stop. */
  readonly #cleanUp: readonly CrdSource[];
  #stopped: Promise<void> | undefined;

  private constructor(input: {
    readonly cluster: Cluster;
    readonly cleanUp: readonly CrdSource[];
  }) {
    const { cluster } = input;
    this.#cluster = cluster;
    this.#cleanUp = input.cleanUp;
    this.config = cluster.config;
    this.url = cluster.url;
    this.controlPlane = cluster.controlPlane;
    this.kubectl = cluster.kubectl;
  }

  /**
   * Starts an API server, waits until it is ready and has the namespace `default`, and installs the CRDs. About three seconds.
   * What fails leaves nothing behind.
   *
   * @throws InvalidCrdError when a path is missing or a CRD is wrong, with file and document; before anything starts where it can
   *   be seen before
   * @throws ControlPlaneUnavailable when there are no programs
   * @throws BinariesError when they are to be downloaded and cannot be
   * @throws ControlPlaneFailed when a server ends or is not ready in time, with its last lines
   * @throws ExistingClusterError when an existing cluster is asked for and cannot be used
   * @throws the signal's reason when it is aborted
   */
  static async start(options: TestEnvironmentOptions = {}): Promise<TestEnvironment> {
    const { crds = [], errorIfPathMissing, signal, env = process.env } = options;
    signal?.throwIfAborted();
    const sources = readCrds({ crds, errorIfPathMissing });
    const useExisting =
      options.useExistingCluster ?? env["USE_EXISTING_CLUSTER"]?.toLowerCase() === "true";
    const cluster = useExisting
      ? existingCluster({ config: options.config, env })
      : startedCluster(await startControlPlane(options));
    const cleanUp = options.cleanUpAfterUse === true ? sources : [];
    const environment = new TestEnvironment({ cluster, cleanUp });
    try {
      await installCrds({ ...environment.#target, sources, timeoutMs: crdTimeoutMs, signal });
      return environment;
    } catch (error) {
      await environment.stop();
      throw error;
    }
  }

  /** Where CRDs go. */
  get #target(): { readonly config: RestConfig; readonly isOwn: boolean } {
    return { config: this.config, isOwn: this.controlPlane !== undefined };
  }

  /** A kubeconfig of an administrator with everything in it. @throws ExistingClusterError when the existing cluster has none */
  get kubeconfig(): string {
    return this.#cluster.kubeconfig();
  }

  /**
   * File with the kubeconfig, for kubectl and other programs; only the own user reads it, and it is gone after `stop`.
   *
   * @throws ExistingClusterError when the existing cluster has none
   */
  get kubeconfigPath(): string {
    return this.#cluster.kubeconfigPath();
  }

  /**
   * Makes a user, for tests of RBAC: it may do nothing until a binding says otherwise. In an existing cluster the
   * administrator acts as this user.
   *
   * @throws ExistingClusterError when the existing cluster has no way
   */
  addUser(user: NewUser): EnvironmentUser {
    const { name, groups = [] } = user;
    return this.#cluster.addUser({ name, groups });
  }

  /**
   * Creates or updates CRDs, and waits until discovery names each of them in every served version. Returns them in the order in
   * which they were found.
   *
   * @throws InvalidCrdError with file and document
   */
  async installCRDs(options: CrdOptions): Promise<readonly Persisted<CustomResourceDefinition>[]> {
    const { timeoutMs = crdTimeoutMs, signal } = options;
    return await installCrds({ ...this.#target, sources: readCrds(options), timeoutMs, signal });
  }

  /** Deletes CRDs with all their objects, and waits until they are gone. @throws InvalidCrdError with file and document */
  async uninstallCRDs(options: CrdOptions): Promise<void> {
    const { timeoutMs = crdTimeoutMs, signal } = options;
    await uninstallCrds({ ...this.#target, sources: readCrds(options), timeoutMs, signal });
  }

  /** Stops the servers and removes every file; an existing cluster stays. Further calls wait for the same. */
  stop(): Promise<void> {
    this.#stopped ??= (async () => {
      try {
        const sources = this.#cleanUp;
        await uninstallCrds({ ...this.#target, sources, timeoutMs: crdTimeoutMs });
      } finally {
        RestClient.forConfig(this.config).close();
        await this.#cluster.stop();
      }
    })();
    return this.#stopped;
  }

  /** As `stop`, for `await using`. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }
}
