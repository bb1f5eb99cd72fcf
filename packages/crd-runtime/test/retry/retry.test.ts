import { describe, expect, it } from "vitest";
import { type ApiError, isTimeout } from "../../src/rest/index.js";
import {
  defaultBackoffOnConflict,
  defaultRetry,
  type RetryOptions,
  retryOnConflict,
  retryOnError,
} from "../../src/retry/index.js";
import { apiError } from "../cache/objects.js";
import { FakeClock } from "../fake-clock.js";

const conflict = (): ApiError => apiError({ code: 409, reason: "Conflict" });

/** Times of the attempts, and how the last one ended. */
async function run(input: {
  readonly work: (attempt: number) => string;
  readonly options?: RetryOptions;
}) {
  const clock = new FakeClock();
  const at: number[] = [];
  const ended = retryOnConflict(
    () => {
      at.push(Math.round(clock.monotonic()));
      return input.work(at.length);
    },
    { clock, random: () => 0, ...input.options },
  ).catch((error: unknown) => error);
  await clock.advance(60_000);
  expect(clock.timers).toEqual([]);
  return { at, ended: await ended };
}

function throwing(error: unknown): () => never {
  return () => {
    throw error;
  };
}

describe("retryOnConflict", () => {
  // client-go constant: RetryOnConflict default, RetryOnConflict backoff
  // client-go: TestRetryOnConflict
  it("ends with the last conflict when it never succeeds", async () => {
    const errors: ApiError[] = [];
    const work = (): never => {
      const error = conflict();
      errors.push(error);
      throw error;
    };
    const { at, ended } = await run({ work });
    expect(at).toEqual([0, 10, 20, 30, 40]);
    expect(ended).toBe(errors.at(-1));
    const slower = await run({ work, options: { backoff: defaultBackoffOnConflict } });
    expect(slower.at).toEqual([0, 10, 60, 310]);
  });

  it("returns what the first success returns", async () => {
    expect(await run({ work: () => "done" })).toEqual({ at: [0], ended: "done" });
    const third = (attempt: number): string => {
      if (attempt < 3) throw conflict();
      return "done";
    };
    expect(await run({ work: third })).toEqual({ at: [0, 10, 20], ended: "done" });
  });

  // client-go: TestRetryOnConflictPreservesContextErrorWithoutLastError
  it.each([
    new Error("something else"),
    apiError({ code: 409, reason: "AlreadyExists" }),
    new DOMException("aborted", "AbortError"),
  ])("does not repeat after %s", async (error) => {
    expect(await run({ work: throwing(error) })).toEqual({ at: [0], ended: error });
  });

  it("ends a wait with the signal's reason", async () => {
    const controller = new AbortController();
    const reason = new Error("enough");
    const work = (): never => {
      controller.abort(reason);
      throw conflict();
    };
    const { at, ended } = await run({ work, options: { signal: controller.signal } });
    expect({ at, ended }).toEqual({ at: [0], ended: reason });
  });

  // client-go constant: RetryOnConflict jitter
  it("spreads its waits by a tenth", async () => {
    const { at } = await run({ work: throwing(conflict()), options: { random: () => 0.5 } });
    expect(at).toEqual([0, 11, 21, 32, 42]);
    const options = { backoff: defaultBackoffOnConflict, random: () => 0.5 };
    const slower = await run({ work: throwing(conflict()), options });
    expect(slower.at).toEqual([0, 11, 63, 326]);
  });
});

describe("retryOnError", () => {
  it("repeats after the errors that are named", async () => {
    const clock = new FakeClock();
    let attempts = 0;
    const work = (): never => {
      throw apiError({ code: ++attempts < 3 ? 504 : 409 });
    };
    const ended = retryOnError(work, { clock, retriable: isTimeout });
    const caught = ended.catch((error: unknown) => error);
    await clock.advance(1_000);
    expect(await caught).toMatchObject({ code: 409 });
    expect(attempts).toBe(3);
  });

  it("refuses a backoff without a step", async () => {
    const options = { retriable: () => true, backoff: { ...defaultRetry, steps: 0 } };
    await expect(retryOnError(() => "done", options)).rejects.toThrow(RangeError);
  });
});
