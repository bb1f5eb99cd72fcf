import { describe, expect, it } from "vitest";
import { PriorityQueue } from "../../src/workqueue/index.js";
import { FakeClock } from "../fake-clock.js";
import { mulberry32 } from "../random.js";

/** What an item of the queue must be handed out with. */
interface Expected {
  readonly priority: number;
  readonly readyAt: number;
}

/** The queue as a plain list, on which every rule is one line. */
class Model {
  readonly #queued = new Map<string, Expected>();
  readonly locked = new Set<string>();

  add(input: {
    readonly item: string;
    readonly priority: number;
    readonly afterMs: number;
    readonly now: number;
  }): void {
    const { item, priority, afterMs, now } = input;
    const readyAt = afterMs > 0 ? now + afterMs : now;
    const old = this.#queued.get(item) ?? { priority, readyAt };
    this.#queued.set(item, {
      priority: Math.max(priority, old.priority),
      readyAt: Math.min(readyAt, old.readyAt),
    });
  }

  /** Items that could be taken, of which those of the highest priority. */
  takeable(now: number): ReadonlyMap<string, Expected> {
    const ready = [...this.#queued].filter(
      ([item, { readyAt }]) => readyAt <= now && !this.locked.has(item),
    );
    const highest = Math.max(...ready.map(([, { priority }]) => priority));
    return new Map(ready.filter(([, { priority }]) => priority === highest));
  }

  size(now: number): number {
    return [...this.#queued.values()].filter(({ readyAt }) => readyAt <= now).length;
  }

  take(item: string): void {
    this.#queued.delete(item);
    this.locked.add(item);
  }
}

describe.each(Array.from({ length: 20 }, (_, seed) => ({ seed })))(
  "random calls, seed $seed",
  ({ seed }) => {
    // client-go: TestFuzzPriorityQueue
    it("hand out each item once at a time, with its highest priority, the highest first", async () => {
      const random = mulberry32(seed);
      const number = (below: number): number => Math.floor(random() * below);
      const clock = new FakeClock();
      const queue = new PriorityQueue<string>({ clock });
      const model = new Model();
      for (let step = 0; step < 400; step++) {
        const choice = random();
        if (choice < 0.5) {
          const item = `item-${number(20)}`;
          const priority = number(5) - 2;
          const afterMs = Math.max(0, number(60) - 30);
          queue.addWithOpts({ items: [item], priority, afterMs });
          model.add({ item, priority, afterMs, now: clock.monotonic() });
        } else if (choice < 0.75) {
          const expected = model.takeable(clock.monotonic());
          if (expected.size === 0) continue;
          const taken = await queue.getWithPriority();
          const item = taken?.item ?? "";
          expect([...expected.keys()]).toContain(item);
          expect(taken?.priority).toBe(expected.get(item)?.priority);
          model.take(item);
        } else if (choice < 0.95) {
          const [item] = model.locked;
          if (item === undefined) continue;
          model.locked.delete(item);
          queue.done(item);
        } else {
          await clock.advance(number(20));
        }
        expect(queue.size).toBe(model.size(clock.monotonic()));
      }
      for (const item of model.locked) queue.done(item);
      model.locked.clear();
      await clock.advance(60);
      for (let left = queue.size; left > 0; left--) {
        const { item = "" } = (await queue.getWithPriority()) ?? {};
        expect(model.takeable(clock.monotonic()).has(item)).toBe(true);
        model.take(item);
      }
      expect(model.takeable(clock.monotonic()).size).toBe(0);
      expect(clock.timers).toEqual([]);
    });
  },
);

describe("many at once", () => {
  it("work through what many others add, each item by one at a time", async () => {
    const random = mulberry32(1);
    const clock = new FakeClock();
    const queue = new PriorityQueue<string>({ clock });
    const working = new Set<string>();
    const twice: string[] = [];
    let done = 0;
    const workers = queue.processWith({
      workers: 100,
      handler: async (item) => {
        if (working.has(item)) twice.push(item);
        working.add(item);
        if (random() < 0.5) await new Promise<void>((resolve) => setImmediate(resolve));
        working.delete(item);
        done++;
      },
    });
    const producers = Array.from({ length: 10 }, async () => {
      for (let count = 0; count < 200; count++) {
        const afterMs = random() < 0.3 ? 10 : 0;
        const item = `item-${Math.floor(random() * 50)}`;
        queue.addWithOpts({ items: [item], priority: Math.floor(random() * 10), afterMs });
        if (random() < 0.1) await new Promise<void>((resolve) => setImmediate(resolve));
      }
    });
    await Promise.all(producers);
    await clock.advance(10);
    expect(queue.size).toBe(0);
    expect(twice).toEqual([]);
    expect(done).toBeGreaterThan(50);
    queue.shutDown();
    await workers;
  });
});
