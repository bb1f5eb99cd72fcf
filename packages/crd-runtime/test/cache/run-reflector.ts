import {
  Reflector,
  type ReflectorFailure,
  type ReflectorOptions,
  Store,
} from "../../src/cache/index.js";
import { FakeClock } from "../fake-clock.js";
import type { FakeSource } from "./fake-source.js";
import type { Thing } from "./objects.js";

/** A reflector that runs against a source, on a clock that stands still; jitter is left out. */
export function runReflector(input: {
  readonly source: FakeSource<Thing>;
  readonly clock?: FakeClock;
  readonly options?: Partial<ReflectorOptions<Thing>>;
}) {
  const { source, clock = new FakeClock(), options = {} } = input;
  const store = new Store<Thing>();
  const failures: ReflectorFailure[] = [];
  const controller = new AbortController();
  const reflector = new Reflector<Thing>({
    listerWatcher: source,
    store,
    clock,
    random: () => 0,
    onFailure: (failure) => failures.push(failure),
    ...options,
  });
  const running = reflector.run(controller.signal);
  return {
    reflector,
    store,
    clock,
    failures,
    signal: controller.signal,
    /** Names of the stored objects, sorted. */
    names: (): string[] =>
      store
        .list()
        .map((object) => object.metadata.name ?? "")
        .sort(),
    stop: async (): Promise<void> => {
      controller.abort(new Error("the test is over"));
      await running;
    },
  };
}
