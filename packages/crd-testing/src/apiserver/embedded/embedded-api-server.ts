import { randomUUID } from "node:crypto";
import { type Clock, type RestConfig, systemClock } from "crd-runtime";
import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { readCrds } from "../../envtest/crds/read.js";
import { RequestAuthenticator } from "../authentication/authenticator.js";
import { allAuthenticated } from "../authentication/groups.js";
import { type Authorizer, alwaysAllow } from "../authorization/authorizer.js";
import { Connections, DirectTransport } from "../doors/direct-transport.js";
import { Faults } from "../faults/faults.js";
import { filtered } from "../filters.js";
import type { Handler, User } from "../http.js";
import { Machinery } from "../machinery.js";
import type { StorageState } from "../storage/index.js";
import { systemRandom } from "../verbs/random.js";
import { Installer } from "./installer.js";
import { ListeningServer } from "./listening-server.js";
import { readObjects } from "./objects.js";
import type { EmbeddedApiServerOptions, ListenOptions } from "./options.js";
import type { EmbeddedUser, EmbeddedUserOptions } from "./users.js";

const administrator: User = {
  name: "kubernetes-admin",
  groups: ["system:masters", "system:authenticated"],
};
/** No name that resolves: nobody is to mistake it for an address. */
const host = "https://embedded.invalid";

/**
 * Kubernetes' API machinery in this process: what kube-apiserver does with custom resources and the few built-in kinds that go
 * with them, proved by the same requests to both. Nothing is installed, no port is opened unless `listen` is called.
 *
 * @example
 * const api = await EmbeddedApiServer.start({ crds: ["config/crd"] });
 * const clientset = Clientset.forConfig(api.config);
 */
export class EmbeddedApiServer implements AsyncDisposable {
  /** What is to go wrong, and when. */
  readonly faults: Faults;
  readonly #clock: Clock;
  readonly #machinery: Machinery;
  readonly #authenticator: RequestAuthenticator;
  readonly #handler: Handler;
  readonly #connections = new Connections();
  readonly #listening = new Set<ListeningServer>();
  readonly #installer: Installer;

  private constructor(options: EmbeddedApiServerOptions) {
    const { clock = systemClock, random = systemRandom } = options;
    this.#clock = clock;
    this.#authenticator = new RequestAuthenticator();
    this.#machinery = new Machinery({
      clock,
      random,
      timing: options.realTiming === true ? "real" : "none",
      authorizer: authorizerOf(options.authorization),
      userOfToken: (token) => this.#authenticator.userOf(token),
      namespaces: {
        existence: options.namespaces ?? "required",
        controller: options.namespaceController ?? true,
      },
    });
    const { storage, handler, authorizer, catalog } = this.#machinery;
    this.faults = new Faults({
      clock,
      revision: () => storage.revision,
      compact: () => this.compact(),
      restart: () => this.restart(),
    });
    this.#handler = filtered({
      handler,
      faults: this.faults,
      authenticator: this.#authenticator,
      authorizer,
    });
    this.#installer = new Installer({ handler, catalog, user: administrator });
  }

  /**
   * Starts a server, and installs definitions and objects in it.
   *
   * @throws InvalidCrdError when a path is missing or a definition is wrong, with file and document
   * @throws InvalidObjectError the same for objects
   */
  static async start(options: EmbeddedApiServerOptions = {}): Promise<EmbeddedApiServer> {
    const { crds = [], objects = [], errorIfPathMissing = true, state } = options;
    const definitions = readCrds({ crds, errorIfPathMissing });
    const wanted = readObjects({ objects, errorIfPathMissing });
    const server = new EmbeddedApiServer(options);
    if (state !== undefined) server.restoreState(state);
    await server.#installer.definitions(definitions, {
      create: (definition) => server.#machinery.installDefinition(definition),
      conditionsOf: (name) => server.#machinery.conditionsOf(name),
    });
    await server.#installer.objects(wanted);
    return server;
  }

  /** For clients in this process, as an administrator. */
  get config(): RestConfig {
    return this.#configOf(administrator);
  }

  /** What both doors ask: for doors of one's own, and for what stands between a client and the server. */
  get handler(): Handler {
    return this.#handler;
  }

  /** Revision of the newest write: the resourceVersion that a list has now. */
  get revision(): number {
    return this.#machinery.storage.revision;
  }

  /** Whether a resource is served in this version. */
  serves(reference: {
    readonly group: string;
    readonly version: string;
    readonly resource: string;
  }): boolean {
    return this.#machinery.catalog.find(reference) !== undefined;
  }

  /** Makes a user, for tests of RBAC: it may do nothing until a binding says otherwise. */
  addUser(options: EmbeddedUserOptions): EmbeddedUser {
    const { name, groups = [] } = options;
    const user = allAuthenticated({ name, groups });
    const token = randomUUID();
    this.#authenticator.addToken({ token, user });
    return { name, groups, token, config: this.#configOf(user) };
  }

  /**
   * Opens an HTTP(S) door, for kubectl and for clients in other processes. Closed by `stop`, or before by the door's own `close`.
   *
   * @throws ListenError when the port is taken, or the address is none of this machine
   */
  async listen(options: ListenOptions = {}): Promise<ListeningServer> {
    const listening = await ListeningServer.open({ ...options, handler: this.#handler });
    this.#listening.add(listening);
    return listening;
  }

  /**
   * Creates definitions, and sees that they are served.
   *
   * @throws InvalidCrdError with file and document
   */
  async installCRDs(crds: readonly (string | URL | CustomResourceDefinition)[]): Promise<void> {
    await this.#installer.definitions(readCrds({ crds }));
  }

  /**
   * Creates objects with their status: files, folders of them, and objects.
   *
   * @throws InvalidObjectError with file and document
   */
  async addObjects(objects: readonly (string | URL | object)[]): Promise<void> {
    await this.#installer.objects(readObjects({ objects, errorIfPathMissing: true }));
  }

  /** Forgets the past before a revision, the newest one when none is given: lists and watches that begin there get 410 Expired. */
  compact(revision: number = this.revision): void {
    this.#machinery.storage.compact(revision);
  }

  /** Restarts the server: every connection breaks, the state stays, and the past is not known any more. */
  restart(): void {
    this.restoreState(this.exportState());
    this.#connections.reset();
    for (const listening of this.#listening) listening.resetConnections();
  }

  /** All that is stored. */
  exportState(): StorageState {
    return this.#machinery.storage.export();
  }

  /** Puts back what `exportState` gave, as restoring a backup of etcd does: the revision may go back. Watches end. */
  restoreState(state: StorageState): void {
    this.#machinery.storage.restore(state);
  }

  /**
   * Closes the doors, ends watches and timers. Watches end as if their time were up; requests that are not answered yet break,
   * and later ones are refused. Further calls do nothing.
   */
  async stop(): Promise<void> {
    this.#connections.close();
    this.#machinery.stop();
    // A turn for the ends of the watches to arrive.
    await new Promise<void>((resolve) => setImmediate(resolve));
    this.#connections.reset();
    await Promise.all([...this.#listening].map((listening) => listening.close()));
    this.#listening.clear();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.stop();
  }

  #configOf(user: User): RestConfig {
    const handler = this.#handler;
    const connections = this.#connections;
    const clock = this.#clock;
    return { host, transport: new DirectTransport({ handler, host, user, connections, clock }) };
  }
}

function authorizerOf(
  authorization: EmbeddedApiServerOptions["authorization"],
): Authorizer | undefined {
  if (authorization === "AlwaysAllow") return alwaysAllow;
  return typeof authorization === "function" ? authorization : undefined;
}
