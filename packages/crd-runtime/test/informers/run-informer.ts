import { DeletedFinalStateUnknown } from "../../src/cache/index.js";
import {
  type EventHandlerOptions,
  type EventHandlerRegistration,
  type InformerError,
  newSharedIndexInformer,
  type ResourceEventHandler,
  type SharedIndexInformer,
  type SharedIndexInformerOptions,
} from "../../src/informers/index.js";
import { FakeSource } from "../cache/fake-source.js";
import type { Thing } from "../cache/objects.js";
import { FakeClock } from "../fake-clock.js";

/** An informer of a scripted source, on a clock that stands still; jitter is left out. */
export function makeInformer(options: Partial<SharedIndexInformerOptions<Thing>> = {}) {
  const clock = new FakeClock();
  const source = new FakeSource<Thing>();
  const errors: InformerError[] = [];
  const controller = new AbortController();
  const informer = newSharedIndexInformer<Thing>({
    name: "things.v1.example.com",
    listerWatcher: source,
    clock,
    onError: (error) => errors.push(error),
    ...options,
    reflector: { random: () => 0, ...options.reflector },
  });
  let running: Promise<void> | undefined;
  return {
    clock,
    source,
    errors,
    informer,
    /** Runs it and lets it come to rest. */
    start: async (): Promise<void> => {
      running = informer.run(controller.signal);
      await clock.settle();
    },
    stop: async (): Promise<void> => {
      controller.abort(new Error("the test is over"));
      await running;
    },
    abort: (): Promise<void> => {
      controller.abort(new Error("the test is over"));
      return running ?? Promise.resolve();
    },
  };
}

/** A handler that writes down what it hears, a line per call. */
export function recorder(): ResourceEventHandler<Thing> & { readonly log: string[] } {
  const log: string[] = [];
  const print = (object: {
    metadata: Thing["metadata"];
    spec?: Thing["spec"] | undefined;
  }): string => {
    const value = object.spec === undefined ? "" : `=${object.spec.value}`;
    return `${object.metadata.name}${value}`;
  };
  return {
    log,
    onAdd: (object, isInInitialList) =>
      void log.push(`add ${print(object as Thing)}${isInInitialList ? " initial" : ""}`),
    onUpdate: (oldObject, newObject, synthetic) =>
      void log.push(
        `update ${print(oldObject as Thing)} -> ${print(newObject as Thing)}${synthetic ? " synthetic" : ""}`,
      ),
    onDelete: (deleted) => {
      const unknown = deleted instanceof DeletedFinalStateUnknown;
      const name = unknown ? `${deleted.key} unknown` : print(deleted as Thing);
      log.push(`delete ${name}`);
    },
  };
}

/** Adds a recorder. */
export function record(
  informer: SharedIndexInformer<Thing>,
  options?: EventHandlerOptions,
): { readonly log: string[]; readonly registration: EventHandlerRegistration } {
  const handler = recorder();
  return { log: handler.log, registration: informer.addEventHandler(handler, options) };
}
