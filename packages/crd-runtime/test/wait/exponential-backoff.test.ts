import { describe, expect, it } from "vitest";
import {
  type ExponentialBackoffOptions,
  exponentialBackoff,
  WaitTimeoutError,
} from "../../src/wait/index.js";
import { FakeClock } from "../fake-clock.js";

const failed = new Error("the condition failed");
const stopped = new Error("stopped");

/** Runs a condition that sees the number of its attempt; the times of the attempts, and how it ended. */
async function run(input: {
  readonly condition: (attempt: number) => boolean;
  readonly steps?: number;
  readonly signal?: AbortSignal;
}) {
  const { condition, steps = 4, signal } = input;
  const clock = new FakeClock();
  const at: number[] = [];
  const options: ExponentialBackoffOptions = {
    backoff: { steps, initialMs: 10, factor: 2 },
    clock,
    signal,
  };
  const ended = exponentialBackoff(() => {
    at.push(clock.monotonic());
    return condition(at.length);
  }, options).then(
    () => "held",
    (error: unknown) => error,
  );
  await clock.advance(10_000);
  expect(clock.timers).toEqual([]);
  return { at, ended: await ended };
}

describe("exponentialBackoff", () => {
  // client-go: TestExponentialBackoff, TestExponentialBackoffWithContext
  it("ends with the attempt in which the condition holds", async () => {
    expect(await run({ condition: () => true })).toEqual({ at: [0], ended: "held" });
    const third = await run({ condition: (attempt) => attempt === 3 });
    expect(third).toEqual({ at: [0, 10, 30], ended: "held" });
    const last = await run({ condition: (attempt) => attempt === 4 });
    expect(last).toEqual({ at: [0, 10, 30, 70], ended: "held" });
  });

  it.each([4, 1, 0])("gives up after %d attempts", async (steps) => {
    const { at, ended } = await run({ condition: () => false, steps });
    expect(at).toEqual([0, 10, 30, 70].slice(0, steps));
    expect(ended).toEqual(
      new WaitTimeoutError(`the condition does not hold after ${steps} attempts`),
    );
  });

  it("ends with what the condition throws", async () => {
    const condition = (attempt: number): boolean => {
      if (attempt === 2) throw failed;
      return false;
    };
    expect(await run({ condition })).toEqual({ at: [0, 10], ended: failed });
  });

  it("tries nothing when it is aborted before, and no more when it is meanwhile", async () => {
    const before = await run({ condition: () => true, signal: AbortSignal.abort(stopped) });
    expect(before).toEqual({ at: [], ended: stopped });
    const controller = new AbortController();
    const condition = (attempt: number): boolean => {
      if (attempt === 2) controller.abort(stopped);
      return false;
    };
    const meanwhile = await run({ condition, signal: controller.signal });
    expect(meanwhile).toEqual({ at: [0, 10], ended: stopped });
  });
});
