import {
  type Clock,
  type InformerError,
  type KubernetesListLike,
  type KubernetesObject,
  newSharedIndexInformer,
  type Persisted,
  ResourceClient,
  RestClient,
  type RestConfig,
  type SharedIndexInformer,
} from "crd-runtime";
import type { CustomResourceDefinition } from "crd-runtime/apiextensions/v1";
import { EmbeddedApiServer } from "../../src/apiserver/embedded/embedded-api-server.js";
import type { ListeningServer } from "../../src/apiserver/embedded/listening-server.js";
import { FakeClock } from "../../src/clock/fake-clock.js";
import { type Witness, witness } from "./witness.js";

/** Between client and server: a call, or a socket with TLS. */
export type Door = "direct" | "HTTPS";
export const doors = ["direct", "HTTPS"] as const;

export interface Database extends KubernetesObject {
  spec: { size: number };
}
export type Databases = ResourceClient<Database, KubernetesListLike<Database>>;

const definition: CustomResourceDefinition = {
  apiVersion: "apiextensions.k8s.io/v1",
  kind: "CustomResourceDefinition",
  metadata: { name: "databases.example.com" },
  spec: {
    group: "example.com",
    scope: "Namespaced",
    names: { plural: "databases", kind: "Database" },
    versions: [
      {
        name: "v1",
        served: true,
        storage: true,
        schema: {
          openAPIV3Schema: {
            type: "object",
            properties: { spec: { type: "object", properties: { size: { type: "integer" } } } },
          },
        },
      },
    ],
  },
};

/** Milliseconds of a step of time. Sockets take long to come to rest, so that there are fewer. */
const stepMs = { direct: 500, HTTPS: 2_500 } as const;
/** Nothing here takes so long. */
const mostMs = 1_800_000;

/** An embedded server with databases, and clients of it, all on one clock that stands still. */
export class Rig {
  readonly clock: FakeClock;
  readonly api: EmbeddedApiServer;
  readonly door: Door;
  /** Undefined for the direct door. */
  readonly listening: ListeningServer | undefined;
  /** Through the door. */
  readonly rest: RestClient;
  readonly databases: Databases;
  /** Through the direct door. Faults of lists and watches do not meet its writes. */
  readonly writer: Databases;

  private constructor(input: {
    readonly clock: FakeClock;
    readonly api: EmbeddedApiServer;
    readonly door: Door;
    readonly listening: ListeningServer | undefined;
  }) {
    const { clock, api, door, listening } = input;
    this.clock = clock;
    this.api = api;
    this.door = door;
    this.listening = listening;
    this.rest = this.#rest(listening?.config ?? api.config);
    this.databases = databasesOf(this.rest);
    this.writer = databasesOf(this.#rest(api.config, hurried(clock)));
  }

  static async start(door: Door, clock = new FakeClock()): Promise<Rig> {
    const api = await EmbeddedApiServer.start({ crds: [definition], clock });
    const listening = door === "direct" ? undefined : await api.listen();
    return new Rig({ clock, api, door, listening });
  }

  /** Clients of another namespace, or of all with `""`: as {@link databases} and {@link writer} are of `default`. */
  clientsOf(namespace: string): { readonly databases: Databases; readonly writer: Databases } {
    return {
      databases: databasesOf(this.databases.rest, namespace),
      writer: databasesOf(this.writer.rest, namespace),
    };
  }

  /** Runs an informer through the door. */
  watch(options: { readonly watchList: boolean; readonly random?: () => number }): Watching {
    const { watchList, random = () => 0 } = options;
    const errors: InformerError[] = [];
    const informer = newSharedIndexInformer<Persisted<Database>>({
      name: "databases",
      listerWatcher: this.databases,
      clock: this.clock,
      onError: (error) => errors.push(error),
      reflector: { random, watchList },
    });
    const seen = witness<Persisted<Database>>();
    informer.addEventHandler(seen.handler);
    const controller = new AbortController();
    const run = informer.run(controller.signal);
    return {
      informer,
      seen,
      errors,
      signal: controller.signal,
      stop: async () => {
        controller.abort(new Error("the test is over"));
        await run;
      },
    };
  }

  /** What the server has, by a list of its own: `a@17`. */
  async objects(): Promise<readonly string[]> {
    const { items } = await this.writer.list();
    return versionsOf(items);
  }

  /** Creates or changes an object. */
  async put(name: string, size: number): Promise<void> {
    const found = await this.writer.get(name).catch(() => undefined);
    const object = { metadata: { name, namespace: "default" }, spec: { size } };
    if (found === undefined) await this.writer.create(object);
    else await this.writer.update({ ...found, spec: { size } });
  }

  /** Lets time pass until something holds. */
  async until(holds: () => boolean): Promise<void> {
    const ms = stepMs[this.door];
    for (let passed = 0; passed < mostMs; passed += ms) {
      await this.#comeToRest();
      if (holds()) return;
      await this.clock.advance(ms);
    }
    throw new Error(`it did not come to pass: ${holds.toString()}`);
  }

  /** Lets time pass. */
  async pass(ms: number): Promise<void> {
    for (let left = ms; left > 0; left -= stepMs[this.door]) {
      await this.#comeToRest();
      await this.clock.advance(Math.min(left, stepMs[this.door]));
    }
    await this.#comeToRest();
  }

  /** Ends the watches that are open. */
  async endWatches(): Promise<void> {
    if (this.listening === undefined) await this.pass(300_000);
    else this.listening.resetConnections();
  }

  async stop(): Promise<void> {
    this.rest.close();
    await this.api.stop();
  }

  /** Sockets need turns of the event loop that come after the system's own work. */
  async #comeToRest(): Promise<void> {
    await this.clock.settle();
    if (this.door === "direct") return;
    for (let turn = 0; turn < 4; turn++) {
      await new Promise<void>((resolve) => setTimeout(resolve, 0));
      await this.clock.settle();
    }
  }

  #rest(config: RestConfig, clock: Clock = this.clock): RestClient {
    return RestClient.forConfig({ ...config, clock });
  }
}

/** For a test that waits for a request itself, and so moves no time: what is tried again is so at once. */
function hurried(clock: Clock): Clock {
  return {
    now: () => clock.now(),
    monotonic: () => clock.monotonic(),
    setTimer: (_, callback) => {
      const immediate = setImmediate(callback);
      return { cancel: () => clearImmediate(immediate) };
    },
  };
}

/** An informer that runs. */
export interface Watching {
  readonly informer: SharedIndexInformer<Persisted<Database>>;
  readonly seen: Witness<Persisted<Database>>;
  readonly errors: readonly InformerError[];
  readonly signal: AbortSignal;
  stop(): Promise<void>;
}

/** `a@17`, in order. */
export function versionsOf(
  objects: Iterable<{
    readonly metadata: {
      readonly name?: string | undefined;
      readonly resourceVersion?: string | undefined;
    };
  }>,
): readonly string[] {
  return Array.from(
    objects,
    ({ metadata }) => `${metadata.name}@${metadata.resourceVersion}`,
  ).sort();
}

function databasesOf(rest: RestClient, namespace = "default"): Databases {
  return new ResourceClient({
    rest,
    group: "example.com",
    version: "v1",
    resource: "databases",
    kind: "Database",
    namespaced: true,
    namespace,
  });
}
