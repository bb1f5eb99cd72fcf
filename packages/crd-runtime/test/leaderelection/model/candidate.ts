import { LeaderElectionError, LeaderElector, LeaseLock } from "../../../src/index.js";
import { mulberry32 } from "../../random.js";
import type { LeaseServer } from "../lease-server.js";
import { ModelClient, type Network } from "./client.js";
import type { Action, CandidateScript } from "./script.js";
import { Traffic } from "./traffic.js";
import { Process, type World } from "./world.js";

/** A candidate whose processes come and go. */
export class ModelCandidate {
  readonly name: string;
  problem: string | undefined;
  readonly #world: World;
  readonly #server: LeaseServer;
  readonly #script: CandidateScript;
  #process: Process;
  #elector: LeaderElector | undefined;
  #stop = new AbortController();
  #network: Network = { fate: "fine", delayMs: 0 };
  #work: AbortSignal | undefined;
  #processes = 0;
  #leading = false;
  #leader = "";
  /** The identity of each work that has not ended: one that was not waited for may overlap with the next. */
  #working: readonly string[] = [];
  /** Whether nothing was in the way of a release since it was cancelled. */
  #undisturbed = false;
  #cancelsDuringWrite = false;
  /** When something was in the way last, in real milliseconds. */
  #disturbedAt = 0;
  #client: ModelClient | undefined;
  /** Whether it waits for the lease: what it reads is not for a release. */
  #acquiring = false;
  readonly #traffic = new Traffic();

  constructor(input: {
    readonly script: CandidateScript;
    readonly world: World;
    readonly server: LeaseServer;
  }) {
    this.#script = input.script;
    this.name = input.script.name;
    this.#world = input.world;
    this.#server = input.server;
    this.#process = this.#newProcess();
  }

  /** Whether it leads, as far as it can know itself. A paused process does nothing. */
  leads(asks: boolean): boolean {
    if (this.#process.state !== "running") return false;
    if (asks) return this.#elector?.isLeader() === true;
    return this.#work?.aborted === false && !this.#world.isBehind(this.#process);
  }

  /** A process that is no more does no work. */
  isAtWork(identity: string): boolean {
    return this.#working.includes(identity);
  }

  /** What is wrong now, when everything has come to rest. */
  check(): string | undefined {
    const { sawFree = false } = this.#client ?? {};
    if (sawFree && this.#acquiring && !this.#stop.signal.aborted) {
      return `${this.name} has read that nobody holds the lease, and does not take it`;
    }
    return this.problem;
  }

  /** A new process, with an identity of its own. */
  start(): void {
    this.#working = [];
    const process = this.#newProcess();
    const stop = new AbortController();
    const identity = `${this.name}${++this.#processes}`;
    const client = new ModelClient({
      process,
      world: this.#world,
      server: this.#server,
      network: () => this.#network,
      traffic: this.#traffic,
      onDisturbed: () => this.#disturbed(),
      onWrite: () => this.#onWrite(process),
    });
    this.#client = client;
    const elector = new LeaderElector({
      ...this.#script.times,
      gracefulShutdownTimeoutMs: this.#script.graceMs,
      clock: process,
      random: mulberry32(this.#script.seed + this.#processes),
      lock: new LeaseLock({ client, namespace: "ns", name: "lock", identity }),
      onError: () => {},
      callbacks: {
        onStartedLeading: async ({ signal }) => await this.#lead({ signal, process, identity }),
        onStoppedLeading: () => this.#stopped(),
        onNewLeader: (leader) => {
          if (leader === this.#leader) this.problem ??= `${identity} heard twice of ${leader}`;
          this.#leader = leader;
        },
      },
    });
    this.#process = process;
    this.#elector = elector;
    this.#stop = stop;
    this.#work = undefined;
    this.#leading = false;
    this.#leader = "";
    this.#traffic.forget();
    this.#undisturbed = false;
    void this.#runAgainAndAgain({ elector, stop, identity, client }).then(() =>
      this.#replace(process),
    );
  }

  act(action: Action): void {
    const process = this.#process;
    switch (action.type) {
      case "pause": {
        if (process.state !== "running") return;
        this.#disturbed();
        process.state = "paused";
        const { answersFirst } = action;
        this.#world.at({
          ms: action.ms,
          run: () => {
            this.#disturbed();
            if (process.state === "paused") this.#world.resume({ process, answersFirst });
          },
        });
        return;
      }
      case "network": {
        const { fate, delayMs, ms } = action;
        this.#disturbed();
        this.#network = { fate, delayMs };
        this.#world.at({ ms, run: () => this.#repairNetwork() });
        return;
      }
      case "cancel":
        if (action.duringWrite) this.#cancelsDuringWrite = true;
        else this.#cancel(process);
        return;
      case "kill":
        process.state = "dead";
        this.#replace(process);
    }
  }

  /** A write was sent, and has not arrived yet. */
  #onWrite(process: Process): void {
    if (!this.#cancelsDuringWrite) return;
    this.#cancelsDuringWrite = false;
    this.#world.at({ ms: 2, run: () => this.#cancel(process) });
  }

  #cancel(process: Process): void {
    if (this.#process !== process || process.state !== "running") return;
    this.#undisturbed = this.#network.fate === "fine" && this.#traffic.unanswered === 0;
    this.#stop.abort();
  }

  #disturbed(): void {
    this.#undisturbed = false;
    this.#disturbedAt = this.#world.now;
  }

  /** Whether nothing was in the way for long enough that a renewal must have succeeded: one that hangs, and one more try. */
  #mustHaveRenewed(): boolean {
    const { times, rate } = this.#script;
    const hangsMs = Math.max(1_000, times.renewDeadlineMs / 2);
    const enoughMs = (hangsMs + times.retryPeriodMs) / rate + 100;
    return this.#network.fate === "fine" && this.#world.now - this.#disturbedAt > enoughMs;
  }

  #repairNetwork(): void {
    if (this.#network.fate !== "fine") this.#disturbed();
    this.#network = { fate: "fine", delayMs: 0 };
  }

  /** Another process, unless there is one already. */
  #replace(process: Process): void {
    const run = (): void => {
      if (this.#process === process) this.start();
    };
    this.#world.at({ ms: 500, run });
  }

  #newProcess(): Process {
    return new Process({ world: this.#world, ...this.#script });
  }

  async #runAgainAndAgain(input: {
    readonly elector: LeaderElector;
    readonly stop: AbortController;
    readonly identity: string;
    readonly client: ModelClient;
  }): Promise<void> {
    const { elector, stop, identity, client } = input;
    while (!stop.signal.aborted) {
      client.forget();
      this.#acquiring = true;
      await elector.run(stop.signal);
      if (this.#leading) this.problem ??= `${this.name} was not told that it leads no more`;
    }
    if (this.isAtWork(identity)) return;
    // Once all that is on its way has arrived.
    this.#world.at({ ms: 20, run: () => this.#checkRelease(identity) });
  }

  #checkRelease(identity: string): void {
    const isHolder = this.#server.lease?.spec?.holderIdentity === identity;
    if (isHolder && this.#undisturbed && this.#traffic.onTheWay === 0)
      this.problem ??= `${identity} keeps the lease`;
  }

  async #lead(input: {
    readonly signal: AbortSignal;
    readonly process: Process;
    readonly identity: string;
  }): Promise<void> {
    const { signal, process, identity } = input;
    if (this.#leading) this.problem ??= `${this.name} was told twice that it leads`;
    if (signal.aborted) this.problem ??= `${this.name} was told to begin and to end at once`;
    this.#leading = true;
    this.#acquiring = false;
    this.#work = signal;
    this.#working = [...this.#working, identity];
    await new Promise<void>((resolve) => {
      signal.addEventListener("abort", () => {
        const lost = signal.reason instanceof LeaderElectionError;
        if (lost && this.#mustHaveRenewed()) {
          this.problem ??= `${identity} has lost the lease, and nothing was in the way`;
        }
        process.setTimer(this.#script.endMs, resolve);
      });
    });
    // One of its own: that of a process before may end later than this one has begun.
    const at = this.#working.indexOf(identity);
    this.#working = this.#working.filter((_, index) => index !== at);
    // Whoever was cancelled leads until its work has ended; the lease is not given away before.
    const lost = signal.reason instanceof LeaderElectionError;
    if (!lost && this.#elector?.isLeader() === true) {
      const holder = this.#server.lease?.spec?.holderIdentity ?? "";
      if (!holder.startsWith(this.name)) this.problem ??= `${holder} took the lease from work`;
    }
  }

  #stopped(): void {
    if (!this.#leading) this.problem ??= `${this.name} was told to stop, and did not lead`;
    if (this.#work?.aborted !== true) this.problem ??= `${this.name} stopped before its work`;
    this.#leading = false;
  }
}
