import { RestClient, type RestConfig } from "../../src/rest/index.js";
import { FakeClock } from "../fake-clock.js";
import { MemoryTransport, type Step } from "./memory-transport.js";

/** A client whose answers are scripted, on a clock that stands still. */
export interface Bench {
  readonly rest: RestClient;
  readonly transport: MemoryTransport;
  readonly clock: FakeClock;
}

export function bench(steps: readonly Step[], config: Partial<RestConfig> = {}): Bench {
  const transport = new MemoryTransport(steps);
  const clock = new FakeClock();
  const rest = RestClient.forConfig({ host: "https://test", transport, clock, ...config });
  return { rest, transport, clock };
}

/** The outcome of a call once the clock has run until nothing waits any more. */
export async function finish<R>(input: {
  readonly clock: FakeClock;
  readonly promise: Promise<R>;
}): Promise<{ readonly value?: R; readonly error?: unknown; readonly waitedMs: number }> {
  const { clock, promise } = input;
  const outcome = promise.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  let waitedMs = 0;
  await clock.settle();
  while (clock.timers.length > 0) {
    waitedMs += await clock.advanceToNext();
  }
  return { ...(await outcome), waitedMs };
}
