import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from "vitest";
import type { WorkqueueError } from "../../src/workqueue/index.js";
import {
  DefaultQueue,
  PriorityQueue,
  RateLimitingQueue,
  Workqueue,
} from "../../src/workqueue/index.js";
import { FakeClock } from "../fake-clock.js";

describe.each([RateLimitingQueue, PriorityQueue])("%o", (Kind) => {
  it("reports a done without a get, and goes on", async () => {
    const errors: WorkqueueError[] = [];
    const onError = (error: WorkqueueError): void => void errors.push(error);
    const queue = new Kind<string>({ name: "databases", onError });
    queue.done("never");
    queue.add("waits");
    queue.done("waits");
    expect(await queue.get()).toBe("waits");
    queue.done("waits");
    queue.done("waits");
    expect(errors.map(({ message }) => message)).toEqual(
      ["never", "waits", "waits"].map(
        (item) => `workqueue databases: done was called for ${item}, which is not in processing`,
      ),
    );
    expect(errors[0]).toMatchObject({ queue: "databases", source: "misuse", item: "never" });
    queue.add("again");
    expect(await queue.get()).toBe("again");
    queue.done("again");
    await queue.shutDownWithDrain();
  });

  it("ignores what is added after shutting down, and shuts down once", async () => {
    const clock = new FakeClock();
    const queue = new Kind<string>({ clock });
    queue.shutDown();
    queue.shutDown();
    queue.add("a");
    queue.addAfter({ item: "a", afterMs: 5 });
    queue.addRateLimited("a");
    await clock.advance(10);
    expect(queue.size).toBe(0);
    expect(await queue.get()).toBeUndefined();
    await queue.shutDownWithDrain();
  });
});

it("refuses an order that pops what does not wait", async () => {
  class Twice extends DefaultQueue<string> {
    override pop(): { readonly item: string } {
      return { item: "a" };
    }
  }
  const queue = new Workqueue<string>({ name: "databases", queue: new Twice() });
  queue.add("a");
  await expect(queue.get()).rejects.toThrow(
    new TypeError("workqueue databases: its queue popped what does not wait"),
  );
});

describe("without onError", () => {
  let warn: MockInstance<typeof process.emitWarning>;
  beforeEach(() => {
    warn = vi.spyOn(process, "emitWarning").mockImplementation(() => {});
  });
  afterEach(() => warn.mockRestore());

  it("errors become warnings of the process, at most one a second", async () => {
    const clock = new FakeClock();
    const queue = new Workqueue<string>({ name: "databases", clock });
    queue.done("a");
    queue.done("b");
    queue.done("c");
    await clock.advance(1_000);
    queue.done("d");
    const message = (item: string): string =>
      `workqueue databases: done was called for ${item}, which is not in processing`;
    expect(warn.mock.calls).toEqual([
      [message("a"), { type: "WorkqueueWarning" }],
      [`${message("d")} (and 2 more like it before)`, { type: "WorkqueueWarning" }],
    ]);
  });

  it("one that fails becomes a warning, too", () => {
    const onError = (): void => {
      throw new Error("no log");
    };
    new Workqueue<string>({ name: "databases", onError }).done("a");
    expect(warn.mock.calls[0]?.[0]).toBe(
      "onError failed: Error: no log; it was to hear: workqueue databases: done was called for a, which is not in processing",
    );
  });
});
