import { getEventListeners } from "node:events";
import {
  type DeepReadonly,
  type InformerError,
  type ListOptions,
  newSharedIndexInformer,
  type ObjectMeta,
  type Persisted,
  RestClient,
  type RestConfig,
  type SharedIndexInformer,
} from "crd-runtime";
import { expect, onTestFinished } from "vitest";
import { type Witness, witness } from "../../../packages/crd-testing/test/faults/witness.js";
import { type ConfigMap, type ConfigMaps, configMapClient } from "../server.js";
import { LeapClock } from "./leap-clock.js";
import { activeResources, nothingIsLeft } from "./left-over.js";

/** A client of ConfigMaps for a test, which leaves nothing. */
export function connect(config: RestConfig): ConfigMaps {
  const rest = RestClient.forConfig(config);
  onTestFinished(() => rest.close());
  return configMapClient({ rest, namespace: "default" });
}

/** Milliseconds after which every watch counts as dead: the longest that is asked for, and its grace. */
export const deadWatchMs = 600_000 + 30_000;

/** An informer of ConfigMaps that runs. */
export interface Watching {
  readonly informer: SharedIndexInformer<Persisted<ConfigMap>>;
  readonly clock: LeapClock;
  readonly errors: readonly InformerError[];
  /** Calls of lists, each page counted, the question after an outage left out, and of watches that begin with the existing objects. */
  readonly relists: number;
  readonly watches: number;
  /** Adds another handler. */
  addWitness(): void;
  /** Waits until cache and handlers have what the server has, by another client if need be; every handler has had a legal history. */
  converges(server?: ConfigMaps): Promise<void>;
  /** Ends it; nothing is left of it. */
  stop(): Promise<void>;
}

/** Runs an informer until the test ends, and waits until it has synced. */
export async function watching(input: {
  readonly config: RestConfig;
  /** Knows what the server has. */
  readonly truth: ConfigMaps;
  readonly watchList?: boolean;
  readonly listPageSize?: number;
  /** What is done before a list, or a page of one. */
  readonly beforeList?: (options: ListOptions) => Promise<void>;
  /** Whether the server's data may go back to what it was. */
  readonly goesBack?: boolean;
}): Promise<Watching> {
  const { config, truth, watchList = true, listPageSize, beforeList, goesBack = false } = input;
  const before = activeResources();
  const clock = new LeapClock();
  const rest = RestClient.forConfig({ ...config, clock });
  const configMaps = configMapClient({ rest, namespace: "default" });
  const errors: InformerError[] = [];
  const calls = { relists: 0, watches: 0 };
  const informer = newSharedIndexInformer<Persisted<ConfigMap>>({
    name: "configmaps",
    listerWatcher: {
      list: async (each) => {
        await beforeList?.(each);
        // After an outage a reflector asks for one object, to see whether the data went back.
        if (each.limit !== 1) calls.relists++;
        return await configMaps.list(each);
      },
      watch: (each) => {
        if (each.sendInitialEvents === true) calls.relists++;
        else calls.watches++;
        return configMaps.watch(each);
      },
    },
    clock,
    onError: (error) => errors.push(error),
    reflector: {
      watchList,
      listPageSize,
      backoff: { initialMs: 50, factor: 1, capMs: 50, jitter: 0, resetAfterMs: 0 },
    },
  });
  const witnesses: Witness<Persisted<ConfigMap>>[] = [];
  const addWitness = (): void => {
    const each = witness<Persisted<ConfigMap>>({ neverBack: !goesBack });
    witnesses.push(each);
    informer.addEventHandler(each.handler);
  };
  const abort = new AbortController();
  let stopped: Promise<void> | undefined;
  const stop = (): Promise<void> => {
    stopped ??= (async () => {
      abort.abort(new Error("the test is over"));
      await run;
      rest.close();
      expect(getEventListeners(abort.signal, "abort")).toEqual([]);
      await nothingIsLeft({
        before,
        count: () => [...activeResources(), ...Array(clock.timers).fill("timer of the clock")],
      });
    })();
    return stopped;
  };
  addWitness();
  const run = informer.run(abort.signal);
  onTestFinished(stop);
  await informer.whenSynced();
  return {
    informer,
    clock,
    errors,
    get relists() {
      return calls.relists;
    },
    get watches() {
      return calls.watches;
    },
    addWitness,
    stop,
    converges: async (server = truth) => {
      await expect
        .poll(
          async () => {
            const { items } = await server.list();
            // Nobody waits for the delays between attempts.
            clock.leap(200);
            const wanted = versionsOf(items);
            const others = [
              informer.indexer.values(),
              ...witnesses.map(({ known }) => known.values()),
            ];
            return others.map(versionsOf).filter((each) => each.join() !== wanted.join());
          },
          { timeout: 20_000, interval: 20 },
        )
        .toEqual([]);
      expect(witnesses.flatMap(({ problems }) => problems)).toEqual([]);
    },
  };
}

/** `a@17`, in order. */
function versionsOf(
  objects: Iterable<{ readonly metadata: DeepReadonly<ObjectMeta> }>,
): readonly string[] {
  const versions = Array.from(objects, ({ metadata }) => [metadata.name, metadata.resourceVersion]);
  return versions.map((each) => each.join("@")).sort();
}
