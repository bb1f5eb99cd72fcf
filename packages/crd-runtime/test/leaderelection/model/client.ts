import type { CallOptions, DeepReadonly, Lease, LeaseClient } from "../../../src/index.js";
import { type LeaseServer, refusal } from "../lease-server.js";
import type { Fate } from "./script.js";
import type { Traffic } from "./traffic.js";
import type { Process, World } from "./world.js";

/** What happens to messages now. */
export interface Network {
  readonly fate: "fine" | Fate;
  readonly delayMs: number;
}

/** Requests that take time, and get lost. */
export class ModelClient implements LeaseClient {
  readonly #process: Process;
  readonly #world: World;
  readonly #server: LeaseServer;
  readonly #network: () => Network;
  readonly #traffic: Traffic;
  readonly #onDisturbed: () => void;
  readonly #onWrite: () => void;
  #sawFree = false;

  constructor(input: {
    readonly process: Process;
    readonly world: World;
    readonly server: LeaseServer;
    readonly network: () => Network;
    readonly traffic: Traffic;
    /** Called when a message that was held up arrives. */
    readonly onDisturbed: () => void;
    /** Called when a write is sent. */
    readonly onWrite: () => void;
  }) {
    this.#onWrite = input.onWrite;
    this.#onDisturbed = input.onDisturbed;
    this.#traffic = input.traffic;
    this.#process = input.process;
    this.#world = input.world;
    this.#server = input.server;
    this.#network = input.network;
  }

  /** Whether the last answer was that nobody holds the lease, and no write was sent since. */
  get sawFree(): boolean {
    return this.#sawFree;
  }

  /** Another run begins: what a release has read is nothing to take. */
  forget(): void {
    this.#sawFree = false;
  }

  async get(name: string, options?: CallOptions): Promise<Lease> {
    const lease = await this.#send({ call: () => this.#server.getNow(name), options });
    // What came too late was not waited for.
    if (options?.signal?.aborted !== true) this.#sawFree = !lease.spec?.holderIdentity;
    return lease;
  }

  async create(lease: DeepReadonly<Lease>, options?: CallOptions): Promise<Lease> {
    this.#wrote();
    return await this.#send({ call: () => this.#server.createNow(lease), options });
  }

  async update(lease: DeepReadonly<Lease>, options?: CallOptions): Promise<Lease> {
    this.#wrote();
    return await this.#send({ call: () => this.#server.updateNow(lease), options });
  }

  #wrote(): void {
    this.#sawFree = false;
    this.#onWrite();
  }

  /** A request that is on its way arrives, whether it was given up or not. */
  async #send(input: {
    readonly call: () => Lease;
    readonly options: CallOptions | undefined;
  }): Promise<Lease> {
    input.options?.signal?.throwIfAborted();
    const { fate, delayMs } = this.#network();
    const process = this.#process;
    const ms = 5 + (fate === "slow" ? delayMs : 0);
    // What nothing is in the way of arrives before all that is sent later.
    const answered = fate === "fine" ? () => {} : this.#traffic.asked(input.options?.signal);
    const result = new Promise<Lease>((resolve, reject) => {
      const answer = (settle: () => void): void => {
        this.#world.at({ ms, process, kind: "answer", run: settle });
      };
      const arrive = (): void => {
        arrived();
        if (fate !== "fine") this.#onDisturbed();
        try {
          if (fate === "refused") throw refusal({ code: 500, reason: "InternalError" });
          const lease = input.call();
          if (fate === "answers lost") answer(() => reject(new Error("socket hang up")));
          else answer(() => resolve(lease));
        } catch (error) {
          answer(() => reject(error));
        }
      };
      // Nobody says that a request was lost.
      if (fate === "requests lost") return;
      const arrived = this.#traffic.sent();
      this.#world.at({ ms, run: arrive });
    });
    return await result.finally(answered);
  }
}
