import { describe, expect, it } from "vitest";
import { eachOf } from "../../src/apiextensions/each-of.js";
import { deferred } from "../deferred.js";

const items = [0, 1, 2, 3, 4];

describe("eachOf", () => {
  it("gives the results in the order of the items, whichever ends first", async () => {
    const gate = deferred<void>();
    const work = async (item: number) => {
      if (item === 0) await gate.promise;
      if (item === 4) gate.resolve();
      return 10 * item;
    };
    const results = await eachOf({ items, concurrency: 2, signal: undefined, work });
    expect(results).toEqual([0, 10, 20, 30, 40]);
  });

  it("has no more under way than it may", async () => {
    let underWay = 0;
    let most = 0;
    const work = async () => {
      underWay += 1;
      most = Math.max(most, underWay);
      await Promise.resolve();
      underWay -= 1;
    };
    await eachOf({ items, concurrency: 3, signal: undefined, work });
    expect(most).toBe(3);
  });

  it("begins nothing after a failure, and finishes what is under way", async () => {
    const log: string[] = [];
    const gate = deferred<void>();
    const failure = new Error("1");
    const work = async (item: number) => {
      log.push(`begins ${item}`);
      if (item === 1) {
        gate.resolve();
        throw failure;
      }
      await gate.promise;
      log.push(`ends ${item}`);
    };
    const all = eachOf({ items, concurrency: 2, signal: undefined, work });
    await expect(all).rejects.toBe(failure);
    expect(log).toEqual(["begins 0", "begins 1", "ends 0"]);
  });

  it("throws several failures together, and one that all have alone", async () => {
    const fail = async (item: number) => {
      await Promise.resolve();
      throw new Error(`no ${item}`);
    };
    const all = eachOf({ items, concurrency: 2, signal: undefined, work: fail });
    await expect(all).rejects.toMatchObject({ name: "AggregateError", message: "no 0\nno 1" });

    const stop = new AbortController();
    const reason = new Error("enough");
    const { signal } = stop;
    const work = async () => {
      stop.abort(reason);
      await Promise.resolve();
      signal.throwIfAborted();
    };
    await expect(eachOf({ items, concurrency: 3, signal, work })).rejects.toBe(reason);
  });

  it("does nothing when it was aborted before", async () => {
    const signal = AbortSignal.abort(new Error("before"));
    const work = async () => expect.unreachable("worked");
    await expect(eachOf({ items, concurrency: 3, signal, work })).rejects.toThrow("before");
  });
});
