import { getEventListeners } from "node:events";
import { isConnectionError, isNotFound, type ListerWatcher, type Persisted } from "crd-runtime";
import type { FaultHandle } from "../../src/apiserver/faults/fault.js";
import { type Database, Rig, versionsOf } from "../faults/rig.js";
import { InformerUnderTest } from "./informer-under-test.js";
import type { Script, Step } from "./script.js";

/** Milliseconds in which everything must be well again, and of a look. */
const mostMs = 1_200_000;
const lookMs = 5_000;

/**
 * Plays a script, makes everything well, and says what is wrong then: the cache is not what the server has, a handler was
 * called as it must not be, or something is left. Empty when all is well.
 */
export async function runScript(
  script: Script,
  /** What stands between informer and client, to see that the problems are found. */
  tamper: (client: ListerWatcher<Persisted<Database>>) => ListerWatcher<Persisted<Database>> = (
    client,
  ) => client,
): Promise<readonly string[]> {
  const rig = await Rig.start("direct");
  const run = new Run({ rig, script, client: tamper(rig.databases) });
  try {
    for (const step of script.steps) await run.perform(step);
    await run.makeWell();
    await run.stop();
  } finally {
    await rig.stop();
  }
  return [...run.problems, ...rig.clock.timers.map((ms) => `a timer of ${ms} ms is left`)];
}

class Run {
  readonly #rig: Rig;
  readonly #script: Script;
  readonly #client: ListerWatcher<Persisted<Database>>;
  readonly #stored = new Map<string, Persisted<Database>>();
  readonly #problems: string[] = [];
  readonly #faults: Record<"list" | "watch", readonly FaultHandle[]> = { list: [], watch: [] };
  #informer: InformerUnderTest;

  constructor(input: {
    readonly rig: Rig;
    readonly script: Script;
    readonly client: ListerWatcher<Persisted<Database>>;
  }) {
    this.#rig = input.rig;
    this.#script = input.script;
    this.#client = input.client;
    this.#informer = this.#start();
  }

  get problems(): readonly string[] {
    return this.#problems;
  }

  async perform(step: Step): Promise<void> {
    const { api, clock } = this.#rig;
    switch (step.do) {
      case "put":
        return await this.#put(step);
      case "delete":
        return await this.#delete(step.name);
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
      case "restartInformer":
        await this.stop();
        this.#informer = this.#start();
    }
  }

  /** All of them count the same requests: one that waits takes the request after those of the others. */
  #registerFault({ verb, fault }: Extract<Step, { readonly do: "fault" }>): void {
    const waiting = this.#faults[verb].filter(({ hits }) => hits === 0);
    const nth = waiting.length + 1;
    const handle = this.#rig.api.faults.on({ verb, resource: "databases", nth }, fault);
    this.#faults[verb] = [...waiting, handle];
  }

  /** No faults any more; then cache and handlers must come to have what the server has, and follow it. */
  async makeWell(): Promise<void> {
    this.#rig.api.faults.clear();
    await this.#converge("in the end");
    await this.#put({ name: "last", size: 0 });
    await this.#converge("after one more write");
  }

  async stop(): Promise<void> {
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
    const expected = versionsOf(this.#stored.values()).join(" ");
    for (let ms = 0; ms < mostMs; ms += lookMs) {
      await this.#rig.clock.settle();
      if (this.#informer.differences(expected).length === 0) return;
      await this.#rig.clock.advance(lookMs);
    }
    const differences = this.#informer.differences(expected);
    this.#problems.push(...differences.map((difference) => `${difference} ${when}`));
  }

  async #put(input: { readonly name: string; readonly size: number }): Promise<void> {
    const { name, size } = input;
    const { writer } = this.#rig;
    const found = this.#stored.get(name);
    await this.#write({
      name,
      write: () =>
        found === undefined
          ? writer.create({ metadata: { name }, spec: { size } })
          : writer.update({ ...found, spec: { size } }),
    });
  }

  async #delete(name: string): Promise<void> {
    if (!this.#stored.has(name)) return;
    const write = async (): Promise<undefined> => {
      await this.#rig.writer.delete(name);
    };
    await this.#write({ name, write });
  }

  /** A restart may break the write, so that only the server knows what came of it. */
  async #write(input: {
    readonly name: string;
    readonly write: () => Promise<Persisted<Database> | undefined>;
  }): Promise<void> {
    const { name, write } = input;
    const stored = await write().catch((error: unknown) => {
      if (!isConnectionError(error)) throw error;
      return this.#rig.writer.get(name).catch((later: unknown) => {
        if (!isNotFound(later)) throw later;
        return undefined;
      });
    });
    if (stored === undefined) this.#stored.delete(name);
    else this.#stored.set(name, stored);
  }
}
