import { getEventListeners } from "node:events";
import type { ListerWatcher, Persisted } from "crd-runtime";
import type { FaultHandle } from "../../src/apiserver/faults/fault.js";
import { FakeClock } from "../../src/clock/fake-clock.js";
import { type Database, type Databases, Rig } from "../faults/rig.js";
import { InformerUnderTest } from "./informer-under-test.js";
import type { Script, Step } from "./script.js";
import { StoredDatabases } from "./stored.js";

/** Nothing waits for sockets here. */
const turns = 2;
/** Milliseconds in which everything must be well again, and of a look. */
const mostMs = 1_200_000;
const lookMs = 5_000;

type Client = ListerWatcher<Persisted<Database>>;

/**
 * Plays a script, makes everything well, and says what is wrong then: the cache is not what the server has, a handler was
 * called as it must not be, or something is left. Empty when all is well.
 */
export async function runScript(
  script: Script,
  /** What stands between informer and client, to see that the problems are found. */
  tamper: (client: Client) => Client = (client) => client,
): Promise<readonly string[]> {
  const rig = await Rig.start("direct", new FakeClock({ turns }));
  const { namespace, labelSelector } = script.options;
  const client = tamper(selecting(rig.clientsOf(namespace).databases, labelSelector));
  const run = new Run({ rig, script, client });
  await run.play();
  await rig.stop();
  return [...run.problems, ...rig.clock.timers.map((ms) => `a timer of ${ms} ms is left`)];
}

/** The client with what a factory's tweakListOptions adds. */
function selecting(client: Databases, labelSelector: string | undefined): Client {
  const { listEach } = client;
  return {
    list: (options) => client.list({ ...options, labelSelector }),
    listEach:
      listEach &&
      (({ options, each }) => listEach({ options: { ...options, labelSelector }, each })),
    watch: (options) => client.watch({ ...options, labelSelector }),
  };
}

class Run {
  readonly #rig: Rig;
  readonly #script: Script;
  readonly #client: Client;
  readonly #stored: StoredDatabases;
  readonly #problems: string[] = [];
  readonly #faults: Record<"list" | "watch", readonly FaultHandle[]> = { list: [], watch: [] };
  #informer: InformerUnderTest;

  constructor(input: {
    readonly rig: Rig;
    readonly script: Script;
    readonly client: Client;
  }) {
    this.#rig = input.rig;
    this.#stored = new StoredDatabases((namespace) => input.rig.clientsOf(namespace).writer);
    this.#script = input.script;
    this.#client = input.client;
    this.#informer = this.#start();
  }

  get problems(): readonly string[] {
    return this.#problems;
  }

  /** What throws on the way is a problem as well. */
  async play(): Promise<void> {
    try {
      for (const step of this.#script.steps) await this.#perform(step);
      await this.#makeWell();
    } catch (error) {
      this.#problems.push(String(error));
    }
    await this.#stop();
  }

  async #perform(step: Step): Promise<void> {
    const { api, clock } = this.#rig;
    switch (step.do) {
      case "put":
        return await this.#stored.put(step);
      case "delete":
        return await this.#stored.delete(step);
      case "fault":
        return this.#registerFault(step);
      case "compact":
        return api.compact();
      case "restart":
        return api.restart();
      case "pass":
        return await clock.advance(step.ms);
      case "addHandler":
        return this.#informer.addHandler(step);
      case "removeHandler":
        return this.#informer.removeHandler(step.at);
      case "addIndex":
        this.#informer.addIndex();
        this.#problems.push(...this.#informer.indexProblems());
        return;
      case "makeWell":
        return await this.#makeWell();
      case "restartInformer":
        await this.#stop();
        this.#informer = this.#start();
    }
  }

  /** All of them count the same requests: one that waits takes the request after those of the others. */
  #registerFault({ verb, fault }: Extract<Step, { readonly do: "fault" }>): void {
    const waiting = this.#faults[verb].filter((handle) => {
      if (handle.hits > 0) handle.remove();
      return handle.hits === 0;
    });
    const nth = waiting.length + 1;
    const handle = this.#rig.api.faults.on({ verb, resource: "databases", nth }, fault);
    this.#faults[verb] = [...waiting, handle];
  }

  async #makeWell(): Promise<void> {
    this.#rig.api.faults.clear();
    await this.#converge("when all is well");
    const last = {
      namespace: "default",
      name: "last",
      size: 0,
      tier: "gold",
      held: false,
    } as const;
    await this.#stored.put({ do: "put", ...last });
    await this.#converge("after one more write");
  }

  async #stop(): Promise<void> {
    const { clock } = this.#rig;
    const stopped = this.#informer.stop();
    let running = true;
    const ended = stopped.then(() => {
      running = false;
    });
    await clock.settle();
    // A handler may be in a call that takes its time.
    for (let at = 0; running && at < 10; at++) await clock.advance(lookMs);
    if (running) this.#problems.push("the informer does not stop");
    else await ended;
    this.#problems.push(...this.#informer.problems());
    const listeners = getEventListeners(this.#informer.signal, "abort").length;
    if (listeners > 0) this.#problems.push(`${listeners} listeners are left on its signal`);
  }

  #start(): InformerUnderTest {
    const { clock } = this.#rig;
    return new InformerUnderTest({ client: this.#client, clock, options: this.#script.options });
  }

  async #converge(when: string): Promise<void> {
    const expected = await this.#stored.expected(this.#script.options);
    for (let ms = 0; ms < mostMs; ms += lookMs) {
      await this.#rig.clock.settle();
      if (this.#informer.differences(expected).length === 0) return;
      await this.#rig.clock.advance(lookMs);
    }
    const differences = this.#informer.differences(expected);
    this.#problems.push(...differences.map((difference) => `${difference} ${when}`));
  }
}
