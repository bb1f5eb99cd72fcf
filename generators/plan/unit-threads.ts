import { availableParallelism } from "node:os";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { RunOutcome } from "./generate.js";
import type { GenerateUnit, UnitInput, UnitSettings } from "./unit-generator.js";

/** With less than this to do, a thread would be ready when all is done. */
const leastUnits = 4;
const leastSourceLength = 500_000;
/** Each thread takes memory of its own. */
const mostThreads = 3;
/** So that a thread need not wait for this one, which is busy with a unit of its own. */
const sentAhead = 2;

/** The units of a run, of which each thread takes the next one. */
class Queue {
  readonly #units: readonly UnitInput[];
  readonly #open: number[];
  readonly #outcomes = new Map<number, RunOutcome>();

  constructor(units: readonly UnitInput[]) {
    this.#units = units;
    this.#open = units.map((_, index) => index);
  }

  take(): { readonly index: number; readonly unit: UnitInput } | undefined {
    const index = this.#open.shift();
    const unit = index === undefined ? undefined : this.#units[index];
    return index === undefined || unit === undefined ? undefined : { index, unit };
  }

  giveBack(indexes: Iterable<number>): void {
    this.#open.push(...indexes);
  }

  finish({ index, outcome }: Answer): void {
    this.#outcomes.set(index, outcome);
  }

  /** In the order of the units. */
  get outcomes(): readonly RunOutcome[] {
    return this.#units.flatMap((_, index) => this.#outcomes.get(index) ?? []);
  }
}

interface Answer {
  readonly index: number;
  readonly outcome: RunOutcome;
}

/**
 * Threads that generate for units beside the one that runs. Generators are pure: what comes out does not depend on who took
 * a unit. A thread that fails leaves its units to the one that runs, which then says what is wrong.
 */
export class UnitThreads {
  readonly #module: URL | undefined;
  readonly #processors: number;
  #threads: readonly UnitThread[] = [];

  constructor(input: {
    /** `unit-thread.js`; undefined: everything is done in the thread that runs. */
    readonly module: URL | undefined;
    /** Default: those that this process may use. */
    readonly processors?: number;
  }) {
    this.#module = input.module;
    this.#processors = input.processors ?? availableParallelism();
  }

  /** Starts as many as there is work for, which load the generators at once. */
  start(input: {
    readonly settings: UnitSettings;
    readonly units: number;
    /** Characters of their sources. */
    readonly sourceLength: number;
  }): void {
    const { settings, units, sourceLength } = input;
    const module = this.#module;
    if (module === undefined || units < leastUnits || sourceLength < leastSourceLength) return;
    const length = Math.min(this.#processors - 1, mostThreads);
    this.#threads = Array.from({ length }, () => new UnitThread({ module, settings }));
  }

  /** The outcomes of all units, in their order. */
  async run(input: {
    readonly units: readonly UnitInput[];
    readonly generate: GenerateUnit;
  }): Promise<readonly RunOutcome[]> {
    const { units, generate } = input;
    const queue = new Queue(units);
    const elsewhere = this.#threads.map((thread) => thread.run(queue));
    await runHere({ queue, generate });
    await Promise.all(elsewhere);
    await runHere({ queue, generate });
    return queue.outcomes;
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.close()));
  }
}

async function runHere(input: {
  readonly queue: Queue;
  readonly generate: GenerateUnit;
}): Promise<void> {
  const { queue, generate } = input;
  for (let next = queue.take(); next !== undefined; next = queue.take()) {
    queue.finish({ index: next.index, outcome: await generate(next.unit) });
    await nextTurn();
  }
}

class UnitThread {
  readonly #worker: Worker;
  readonly #ended: Promise<void>;

  constructor(input: { readonly module: URL; readonly settings: UnitSettings }) {
    const worker = new Worker(input.module, { workerData: input.settings });
    this.#worker = worker;
    // Whatever the error is, the units are tried again where it is thrown to the caller.
    worker.on("error", () => {});
    worker.on("messageerror", () => void worker.terminate());
    this.#ended = new Promise((resolve) => worker.once("exit", () => resolve()));
  }

  /** Takes units until none is open; those that have no answer when the thread ends are given back. */
  run(queue: Queue): Promise<void> {
    const sent = new Set<number>();
    return new Promise((resolve) => {
      const send = (): void => {
        while (sent.size < sentAhead) {
          const next = queue.take();
          if (next === undefined) break;
          sent.add(next.index);
          this.#worker.postMessage(next);
        }
        if (sent.size === 0) resolve();
      };
      this.#worker.on("message", (answer: Answer) => {
        sent.delete(answer.index);
        queue.finish(answer);
        send();
      });
      void this.#ended.then(() => {
        queue.giveBack(sent);
        resolve();
      });
      send();
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
