import { expect, it } from "vitest";
import { Pacer } from "../../src/cache/pacer.js";
import { systemClock } from "../../src/clock/index.js";

/** A clock that stands still unless it is set, whatever the event loop does. */
function stillClock() {
  const clock = { ...systemClock, time: 0, monotonic: () => clock.time };
  return clock;
}

it("gives others a turn once work has taken eight milliseconds", async () => {
  const clock = stillClock();
  const pacer = new Pacer(clock);
  const turns: number[] = [];
  for (let step = 1; step <= 64; step++) {
    if (step === 22) clock.time += 8;
    const turn = pacer.turn();
    if (turn === undefined) continue;
    let others = false;
    setImmediate(() => {
      others = true;
    });
    await turn;
    await new Promise((resolve) => setImmediate(resolve));
    expect(others).toBe(true);
    turns.push(step);
  }
  expect(turns).toEqual([24]);
});

it("lets all work on a clock share the eight milliseconds, and go on in turns", async () => {
  const clock = stillClock();
  const log: string[] = [];
  const work = async (name: string): Promise<void> => {
    const pacer = new Pacer(clock);
    for (let step = 1; step <= 16; step++) {
      clock.time += 2;
      const turn = pacer.turn();
      if (turn === undefined) continue;
      log.push(`${name} waits at ${clock.time}`);
      await turn;
    }
  };
  await Promise.all([work("a"), work("b")]);
  expect(log).toEqual(["a waits at 16", "b waits at 24", "a waits at 40", "b waits at 56"]);
});
