import type { Clock } from "../clock/index.js";

/** Whether a promise that never rejects is resolved within so many milliseconds. */
export async function settledWithin(input: {
  readonly promise: Promise<unknown>;
  readonly ms: number;
  readonly clock: Clock;
}): Promise<boolean> {
  const { promise, ms, clock } = input;
  return await new Promise<boolean>((resolve) => {
    // Whoever waits here wants to hear of it before the process ends.
    const timer = clock.setTimer(ms, () => resolve(false), { keepsProcessAlive: true });
    void promise.then(() => {
      timer.cancel();
      resolve(true);
    });
  });
}
