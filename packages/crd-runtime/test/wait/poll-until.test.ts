import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { type PollOptions, pollUntil, WaitTimeoutError } from "../../src/wait/index.js";
import { deferred } from "../deferred.js";
import { FakeClock } from "../fake-clock.js";

const failed = new Error("the condition failed");
const stopped = new Error("stopped");
const aborted = AbortSignal.abort(stopped);

type Attempt = (attempt: number) => boolean;

const onlyThird: Attempt = (attempt) => attempt === 3;
const never: Attempt = () => false;
const always: Attempt = () => true;
const throws: Attempt = () => {
  throw failed;
};

async function run(input: {
  readonly condition: Attempt;
  readonly options?: Partial<PollOptions>;
}) {
  const clock = new FakeClock();
  const at: number[] = [];
  const ended = pollUntil(
    () => {
      at.push(clock.monotonic());
      return input.condition(at.length);
    },
    { intervalMs: 100, clock, ...input.options },
  ).then(
    () => "held",
    (error: unknown) => error,
  );
  await clock.advance(1_000);
  return { at, ended: await ended };
}

describe("pollUntil", () => {
  // client-go: Test_loopConditionUntilContext_semantic, Test_loopConditionUntilContext_timings
  it.each<{
    what: string;
    condition: Attempt;
    options: Partial<PollOptions>;
    at: number[];
    ended: unknown;
  }>([
    { what: "holds", condition: always, options: {}, at: [100], ended: "held" },
    {
      what: "holds at once",
      condition: always,
      options: { immediate: true },
      at: [0],
      ended: "held",
    },
    { what: "holds later", condition: onlyThird, options: {}, at: [100, 200, 300], ended: "held" },
    { what: "throws", condition: throws, options: {}, at: [100], ended: failed },
    {
      what: "throws at once",
      condition: throws,
      options: { immediate: true },
      at: [0],
      ended: failed,
    },
    {
      what: "aborted before",
      condition: always,
      options: { signal: aborted },
      at: [],
      ended: stopped,
    },
    {
      what: "aborted before, holds at once",
      condition: always,
      options: { signal: aborted, immediate: true },
      at: [0],
      ended: "held",
    },
    {
      what: "aborted before, throws at once",
      condition: throws,
      options: { signal: aborted, immediate: true },
      at: [0],
      ended: failed,
    },
    {
      what: "aborted before, does not hold at once",
      condition: never,
      options: { signal: aborted, immediate: true, timeoutMs: 5_000 },
      at: [0],
      ended: stopped,
    },
    {
      what: "time is up",
      condition: never,
      options: { timeoutMs: 250 },
      at: [100, 200],
      ended: new WaitTimeoutError("the condition does not hold after 0.25 s"),
    },
    {
      what: "time is up, at once",
      condition: never,
      options: { timeoutMs: 0, immediate: true },
      at: [0],
      ended: new WaitTimeoutError("the condition does not hold after 0 s"),
    },
  ])("$what", async ({ condition, options, at, ended }) => {
    expect(await run({ condition, options })).toEqual({ at, ended });
  });

  // client-go: Test_loopConditionWithContextImmediateDelay
  it("waits the whole interval before the first attempt", async () => {
    const clock = new FakeClock();
    let attempts = 0;
    const polling = pollUntil(() => ++attempts > 0, { intervalMs: 1_000, clock });
    await clock.advance(999);
    expect(attempts).toBe(0);
    await clock.advance(1);
    await polling;
    expect(attempts).toBe(1);
  });

  it("is aborted after five attempts, and leaves nothing behind", async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const condition: Attempt = (attempt) => {
      if (attempt === 5) controller.abort(stopped);
      return false;
    };
    const { at, ended } = await run({ condition, options: { signal, timeoutMs: 60_000 } });
    expect([at.length, ended]).toEqual([5, stopped]);
    expect(getEventListeners(signal, "abort")).toEqual([]);
  });

  it("tells an attempt under way that the time is up, and takes its answer", async () => {
    const clock = new FakeClock();
    const answer = deferred<boolean>();
    let seen: AbortSignal | undefined;
    const polling = pollUntil(
      (signal) => {
        seen = signal;
        return answer.promise;
      },
      { intervalMs: 100, timeoutMs: 150, clock },
    );
    await clock.advance(200);
    expect(seen?.reason).toBeInstanceOf(WaitTimeoutError);
    answer.resolve(true);
    await polling;
    expect(clock.timers).toEqual([]);
  });

  it("counts the interval from the end of an attempt", async () => {
    const clock = new FakeClock();
    const at: number[] = [];
    const slow = deferred<boolean>();
    const polling = pollUntil(
      () => {
        at.push(clock.monotonic());
        return at.length === 1 ? slow.promise : true;
      },
      { intervalMs: 100, clock },
    );
    await clock.advance(1_000);
    slow.resolve(false);
    await clock.advance(1_000);
    await polling;
    expect(at).toEqual([100, 1_100]);
  });
});
