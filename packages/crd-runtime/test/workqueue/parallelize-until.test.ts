import { describe, expect, it } from "vitest";
import { parallelizeUntil } from "../../src/workqueue/index.js";
import { deferred } from "../deferred.js";
import { FakeClock } from "../fake-clock.js";
import { observe } from "./observe.js";

describe("parallelizeUntil", () => {
  // client-go: TestParallelizeUntil
  it.each([
    { pieces: 1000, workers: 10, chunkSize: 1 },
    { pieces: 1000, workers: 10, chunkSize: 10 },
    { pieces: 1000, workers: 10, chunkSize: 100 },
    { pieces: 999, workers: 10, chunkSize: 13 },
    { pieces: 3, workers: 10, chunkSize: undefined },
    { pieces: 0, workers: 10, chunkSize: 1 },
  ])("does every piece once: $pieces, $workers workers, chunks of $chunkSize", async (sizes) => {
    const seen: number[] = [];
    await parallelizeUntil({ ...sizes, doWorkPiece: (piece) => void seen.push(piece) });
    expect(seen.sort((a, b) => a - b)).toEqual(Array.from({ length: sizes.pieces }, (_, i) => i));
  });

  it("does so many at a time, chunk after chunk", async () => {
    const begun: number[] = [];
    const gate = deferred<void>();
    const done = parallelizeUntil({
      workers: 2,
      pieces: 10,
      chunkSize: 3,
      doWorkPiece: async (piece) => {
        begun.push(piece);
        await gate.promise;
      },
    });
    await new FakeClock().settle();
    expect(begun).toEqual([0, 3]);
    gate.resolve();
    await done;
    expect(begun).toHaveLength(10);
  });

  it("begins nothing more once the signal is aborted, and waits for what was begun", async () => {
    const clock = new FakeClock();
    const abort = new AbortController();
    const gate = deferred<void>();
    const begun: number[] = [];
    const done = observe(
      parallelizeUntil({
        workers: 2,
        pieces: 10,
        signal: abort.signal,
        doWorkPiece: async (piece) => {
          begun.push(piece);
          await gate.promise;
        },
      }),
    );
    abort.abort();
    await clock.settle();
    expect(done().state).toBe("pending");
    gate.resolve();
    await clock.settle();
    expect(done().state).toBe("resolved");
    expect(begun).toEqual([0, 1]);
  });

  it("throws what a piece throws first, when what was begun is done, and begins nothing more", async () => {
    const clock = new FakeClock();
    const gate = deferred<void>();
    const begun: number[] = [];
    const done = observe(
      parallelizeUntil({
        workers: 3,
        pieces: 10,
        doWorkPiece: async (piece) => {
          begun.push(piece);
          if (piece === 1) throw new Error("piece 1 is broken");
          await gate.promise;
          if (piece === 2) throw new Error("piece 2, too");
        },
      }),
    );
    await clock.settle();
    expect(done().state).toBe("pending");
    gate.resolve();
    await clock.settle();
    expect(done().error).toEqual(new Error("piece 1 is broken"));
    expect(begun).toEqual([0, 1, 2]);
  });

  it.each([
    { counts: { workers: 0 }, message: "workers must be a whole number from 1 on: 0" },
    { counts: { pieces: -1 }, message: "pieces must be a whole number from 0 on: -1" },
    {
      counts: { chunkSize: Number.NaN },
      message: "chunkSize must be a whole number from 1 on: NaN",
    },
  ])("refuses counts that count nothing: $message", async ({ counts, message }) => {
    const input = { workers: 1, pieces: 1, doWorkPiece: () => {} };
    await expect(parallelizeUntil({ ...input, ...counts })).rejects.toThrow(
      new RangeError(message),
    );
  });
});
