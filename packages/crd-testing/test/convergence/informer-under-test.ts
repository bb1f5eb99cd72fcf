import {
  type Clock,
  type DeepReadonly,
  type EventHandlerRegistration,
  type InformerError,
  type ListerWatcher,
  newSharedIndexInformer,
  type Persisted,
  type ResourceEventHandler,
  type SharedIndexInformer,
  sleep,
} from "crd-runtime";
import type { Database } from "../faults/rig.js";
import { type Witness, witness } from "../faults/witness.js";
import type { Script, Step } from "./script.js";
import { difference, larger } from "./stored.js";

/** A handler that watches whether its calls are legal. */
interface Handler {
  readonly seen: Witness<Persisted<Database>>;
  readonly registration: EventHandlerRegistration;
}

/** An informer that runs, and what its handlers have seen. */
export class InformerUnderTest {
  readonly #informer: SharedIndexInformer<Persisted<Database>>;
  readonly #clock: Clock;
  readonly #controller = new AbortController();
  readonly #running: Promise<void>;
  readonly #handlers: Handler[] = [];
  readonly #faults: string[] = [];
  readonly #removed: Handler[] = [];

  constructor(input: {
    readonly client: ListerWatcher<Persisted<Database>>;
    readonly clock: Clock;
    readonly options: Script["options"];
  }) {
    const { client, clock, options } = input;
    const { watchList, checkConsistency, listPageSize, resyncPeriodMs, transform } = options;
    this.#clock = clock;
    this.#informer = newSharedIndexInformer<Persisted<Database>>({
      name: "databases",
      listerWatcher: client,
      clock,
      indexers: { size: indices.size },
      transform: transform ? larger : undefined,
      resyncPeriodMs,
      onError: (error) => {
        if (isFault(error)) this.#faults.push(error.message);
      },
      reflector: { random: () => 0, watchList, checkConsistency, listPageSize },
    });
    this.addHandler({ do: "addHandler", manner: 0, resyncPeriodMs: 0 });
    this.#running = this.#informer.run(this.#controller.signal);
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  addHandler(step: Extract<Step, { readonly do: "addHandler" }>): void {
    const { manner, resyncPeriodMs, maxPending } = step;
    const seen = witness<Persisted<Database>>({ neverBack: true });
    const handler = inManner({ handler: seen.handler, manner, clock: this.#clock });
    const options = { resyncPeriodMs, maxPending };
    this.#handlers.push({ seen, registration: this.#informer.addEventHandler(handler, options) });
  }

  removeHandler(at: number): void {
    const [handler] = this.#handlers.splice(at % Math.max(this.#handlers.length, 1), 1);
    if (handler === undefined) return;
    void handler.registration.remove();
    this.#removed.push(handler);
  }

  addIndex(): void {
    const { indexer } = this.#informer;
    if (!indexer.indexNames().includes("tier")) this.#informer.addIndexers({ tier: indices.tier });
  }

  /** Where indices differ from the cache. */
  indexProblems(): readonly string[] {
    const { indexer } = this.#informer;
    return indexer.indexNames().flatMap((name) => {
      const valuesOf = name === "tier" ? indices.tier : indices.size;
      const objects = [...indexer.values()];
      const values = [...objects.flatMap(valuesOf), ...indexer.listIndexFuncValues(name)];
      return [...new Set(values)].flatMap((value) =>
        differ({
          who: `index ${name} at ${value}`,
          has: indexer.byIndex(name, value),
          expected: objects.filter((object) => valuesOf(object).includes(value)),
        }),
      );
    });
  }

  /** Where cache, indices and handlers differ from what there should be. */
  differences(expected: readonly Persisted<Database>[]): readonly string[] {
    const { indexer } = this.#informer;
    return [
      ...(this.#informer.hasSynced() ? [] : ["the informer has not synced"]),
      ...differ({ who: "the cache", has: indexer.values(), expected }),
      ...this.indexProblems(),
      ...this.#handlers.flatMap(({ seen, registration }) => [
        ...differ({ who: `handler ${registration.name}`, has: seen.known.values(), expected }),
        ...(registration.hasSynced() ? [] : [`handler ${registration.name} has not synced`]),
      ]),
    ];
  }

  /** What handlers were called with that they must not be, and what the informer reported against itself. */
  problems(): readonly string[] {
    const ofHandlers = [...this.#handlers, ...this.#removed].flatMap(({ seen, registration }) =>
      seen.problems.map((problem) => `handler ${registration.name}: ${problem}`),
    );
    return [...this.#faults, ...ofHandlers];
  }

  async stop(): Promise<void> {
    this.#controller.abort(new Error("the script is over"));
    await this.#running;
  }
}

const thrown = "as the script says";

const indices = {
  size: ({ spec }: DeepReadonly<Persisted<Database>>) => [String(spec.size)],
  tier: ({ metadata: { labels } }: DeepReadonly<Persisted<Database>>) => [labels?.["tier"] ?? ""],
};

function differ(
  input: { readonly who: string } & Parameters<typeof difference>[0],
): readonly string[] {
  const differs = difference(input);
  return differs === undefined ? [] : [`${input.who} ${differs}`];
}

/** Whether an error is one of ours: no answer of the server and nothing that the script throws. */
function isFault({ source, cause, message }: InformerError): boolean {
  if (source === "handler") return !(cause instanceof Error && cause.message === thrown);
  if (message.includes("are not what a list says")) return true;
  return source === "cache" || source === "index" || source === "transform" || source === "misuse";
}

/** The same handler, but it throws after each call, or each call takes a while. */
function inManner(input: {
  readonly handler: ResourceEventHandler<Persisted<Database>>;
  readonly manner: "throws" | number;
  readonly clock: Clock;
}): ResourceEventHandler<Persisted<Database>> {
  const { handler, manner, clock } = input;
  if (manner === 0) return handler;
  const then = (): Promise<void> => {
    if (manner === "throws") throw new Error(thrown);
    return sleep({ clock, ms: manner });
  };
  return {
    onAdd: (...args) => {
      handler.onAdd?.(...args);
      return then();
    },
    onUpdate: (...args) => {
      handler.onUpdate?.(...args);
      return then();
    },
    onDelete: (...args) => {
      handler.onDelete?.(...args);
      return then();
    },
  };
}
