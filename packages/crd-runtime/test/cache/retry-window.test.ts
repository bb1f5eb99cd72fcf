import { expect, it } from "vitest";
import { RetryWindow } from "../../src/cache/reflector/retry-window.js";
import { FakeClock } from "../fake-clock.js";

/** What a window answers to failures that come so many milliseconds after one another. */
async function answers(input: {
  readonly windowMs: number;
  readonly gaps: readonly number[];
}): Promise<readonly boolean[]> {
  const clock = new FakeClock();
  const window = new RetryWindow({ clock, windowMs: input.windowMs });
  const allowed: boolean[] = [];
  for (const gap of input.gaps) {
    await clock.advance(gap);
    allowed.push(window.allows());
  }
  return allowed;
}

// client-go constant: internal error retry reset
// client-go: TestRetryWithDeadline
it.each([
  ["none without a window", 0, [0, 1], [false, false]],
  ["those within the window of the first", 10_000, [0, 5_000, 5_000], [true, true, true]],
  ["none after it, then the next series", 10_000, [0, 10_001, 1], [true, false, true]],
  ["a new series after a minute of peace", 10_000, [0, 60_000, 10_000], [true, true, true]],
  ["no new series just before it is over", 100_000, [0, 59_999, 40_002], [true, true, false]],
])("allows %s", async (_, windowMs, gaps, expected) => {
  expect(await answers({ windowMs, gaps })).toEqual(expected);
});
