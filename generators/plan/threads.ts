import { availableParallelism } from "node:os";
import { setImmediate as nextTurn } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { SourceFile } from "../files.js";
import type { FileSyntax } from "../model/index.js";
import type { BatchOutcome, GenerateBatch, UnitSettings } from "./batch-generator.js";
import { type Batch, sizeOf } from "./batches.js";

/** Characters of sources: with less to do, a further thread would be ready when all is done. */
const leastToShare = 500_000;
/** Each thread takes memory of its own. */
const mostThreads = 3;
/** With fewer processors, what compiles and collects beside the one that runs leaves no time to another. */
const leastProcessors = 3;
/** So that a thread need not wait for this one, which is busy with something of its own. */
const sentAhead = 2;

/** Three times as much by default, for garbage: more memory, and hardly faster. */
const resourceLimits = { maxYoungGenerationSizeMb: 16 };

/** What is sent to a thread: plain data. Both sides are of one build. */
export type Request =
  | { readonly kind: "prepare" }
  | { readonly kind: "load"; readonly settings: UnitSettings }
  | { readonly kind: "parse"; readonly index: number; readonly file: SourceFile }
  | { readonly kind: "generate"; readonly index: number; readonly batch: Batch };

/** What is answered to those that have an index. */
export type Response =
  | { readonly kind: "parse"; readonly index: number; readonly syntax: FileSyntax }
  | { readonly kind: "generate"; readonly index: number; readonly outcome: BatchOutcome };

/**
 * Threads that parse and generate beside the one that runs. What comes out does not depend on who did it, and they write nothing.
 * A thread that fails leaves its work to the one that runs, which then says what is wrong.
 */
export class Threads {
  readonly #module: URL | undefined;
  readonly #processors: number;
  readonly #threads: Thread[] = [];

  constructor(input: {
    /** `thread.js`; undefined: everything is done in the thread that runs. */
    readonly module: URL | undefined;
    /** Default: those that this process may use. */
    readonly processors?: number;
  }) {
    this.#module = input.module;
    this.#processors = input.processors ?? availableParallelism();
  }

  /** Has all code loaded in the threads that will read these files, while this one still does something else. */
  prepare(files: readonly SourceFile[]): void {
    for (const thread of this.#sharers(files)) thread.send({ kind: "prepare" });
  }

  /** The syntax of files, in their order. Many are shared with other threads. */
  async parse(input: {
    readonly files: readonly SourceFile[];
    readonly parseFile: (file: SourceFile) => FileSyntax;
  }): Promise<readonly FileSyntax[]> {
    const { files, parseFile } = input;
    return await share({
      items: files,
      threads: this.#sharers(files),
      requestOf: ({ item: file, index }) => ({ kind: "parse", index, file }),
      outcomeOf: (response) => (response.kind === "parse" ? response.syntax : undefined),
      doHere: parseFile,
    });
  }

  /** What comes of batches, in their order. Other threads read the files of theirs, too. */
  async generate(input: {
    readonly batches: readonly Batch[];
    readonly settings: UnitSettings;
    readonly generateBatch: GenerateBatch;
  }): Promise<readonly BatchOutcome[]> {
    const { batches, settings, generateBatch } = input;
    const threads =
      batches.length > 1 ? this.#sharers(batches.flat().flatMap(({ files }) => files)) : [];
    for (const thread of threads) thread.send({ kind: "load", settings });
    return await share({
      items: batches,
      threads,
      requestOf: ({ item: batch, index }) => ({ kind: "generate", index, batch }),
      outcomeOf: (response) => (response.kind === "generate" ? response.outcome : undefined),
      doHere: generateBatch,
    });
  }

  async close(): Promise<void> {
    await Promise.all(this.#threads.splice(0).map((thread) => thread.close()));
  }

  /** Those that the work on these files is shared with: none where it is not worth their start. */
  #sharers(files: readonly SourceFile[]): readonly Thread[] {
    const module = this.#module;
    if (module === undefined || this.#processors < leastProcessors) return [];
    if (sizeOf(files) < leastToShare) return [];
    const most = Math.min(mostThreads, this.#processors - 1);
    while (this.#threads.length < most) this.#threads.push(new Thread(module));
    return this.#threads;
  }
}

interface Item<I> {
  readonly item: I;
  readonly index: number;
}

/** Does something with all items: each thread takes the next one, this one too. */
async function share<I, O>(input: {
  readonly items: readonly I[];
  readonly threads: readonly Thread[];
  readonly requestOf: (item: Item<I>) => Request;
  readonly outcomeOf: (response: Response) => O | undefined;
  readonly doHere: (item: I) => O | Promise<O>;
}): Promise<readonly O[]> {
  const { threads, requestOf, outcomeOf, doHere } = input;
  const open: Item<I>[] = input.items.map((item, index) => ({ item, index }));
  const outcomes = new Map<number, O>();
  const workHere = async (): Promise<void> => {
    for (let next = open.shift(); next !== undefined; next = open.shift()) {
      outcomes.set(next.index, await doHere(next.item));
      if (threads.length > 0) await nextTurn();
    }
  };
  const elsewhere = threads.map(async (thread) => {
    const left = await thread.work({
      take: () => open.shift(),
      requestOf,
      finish: (response) => {
        const outcome = outcomeOf(response);
        if (outcome !== undefined) outcomes.set(response.index, outcome);
      },
    });
    open.push(...left);
  });
  await workHere();
  await Promise.all(elsewhere);
  await workHere();
  return input.items.flatMap((_, index) => outcomes.get(index) ?? []);
}

class Thread {
  readonly #worker: Worker;
  readonly #ended: Promise<void>;

  constructor(module: URL) {
    const worker = new Worker(module, { resourceLimits });
    this.#worker = worker;
    // Whatever the error is: the work is done again where it is thrown to the caller.
    worker.on("error", () => {});
    worker.on("messageerror", () => void worker.terminate());
    this.#ended = new Promise((resolve) => worker.once("exit", () => resolve()));
  }

  send(request: Request): void {
    this.#worker.postMessage(request);
  }

  /** Works until nothing is left to take; returns what it took and did not finish, because it ended. */
  work<I>(input: {
    readonly take: () => Item<I> | undefined;
    readonly requestOf: (item: Item<I>) => Request;
    readonly finish: (response: Response) => void;
  }): Promise<readonly Item<I>[]> {
    const { take, requestOf, finish } = input;
    const worker = this.#worker;
    const sent = new Map<number, Item<I>>();
    return new Promise((resolve) => {
      const receive = (response: Response): void => {
        sent.delete(response.index);
        finish(response);
        sendMore();
      };
      const end = (): void => {
        worker.off("message", receive);
        resolve([...sent.values()]);
      };
      const sendMore = (): void => {
        while (sent.size < sentAhead) {
          const next = take();
          if (next === undefined) break;
          sent.set(next.index, next);
          this.send(requestOf(next));
        }
        if (sent.size === 0) end();
      };
      worker.on("message", receive);
      void this.#ended.then(end);
      sendMore();
    });
  }

  async close(): Promise<void> {
    await this.#worker.terminate();
  }
}
