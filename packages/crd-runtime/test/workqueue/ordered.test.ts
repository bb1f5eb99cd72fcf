import { describe, expect, it } from "vitest";
import { Ordered } from "../../src/workqueue/ordered.js";
import { mulberry32 } from "../random.js";

interface Element {
  value: number;
  heapIndex: number;
  runIndex: number;
}

const element = (value: number): Element => ({ value, heapIndex: -1, runIndex: -1 });
const ordered = (): Ordered<Element> => new Ordered((a, b) => a.value < b.value);
const takeAll = (order: Ordered<Element>): (number | undefined)[] =>
  Array.from({ length: order.size }, () => order.pop()?.value);

it("gives the least element whatever is put in, changed and taken out", () => {
  for (let seed = 0; seed < 50; seed++) {
    const random = mulberry32(seed);
    const order = ordered();
    const inside: Element[] = [];
    const drop = (gone: Element): void => {
      expect(gone).toMatchObject({ heapIndex: -1, runIndex: -1 });
      inside.splice(inside.indexOf(gone), 1);
    };
    for (let step = 0; step < 400; step++) {
      // Sometimes in order, sometimes anywhere.
      const value = random() < 0.7 ? step : Math.floor(random() * 400);
      const known = inside[Math.floor(random() * inside.length)];
      const choice = random();
      if (known === undefined || choice < 0.4) {
        const made = element(value);
        order.set(made);
        inside.push(made);
      } else if (choice < 0.6) {
        known.value = value;
        order.set(known);
      } else if (choice < 0.8) {
        order.delete(known);
        drop(known);
      } else {
        const least = order.pop();
        expect(least?.value).toBe(Math.min(...inside.map(({ value }) => value)));
        if (least !== undefined) drop(least);
      }
      expect(order.size).toBe(inside.length);
    }
    expect(takeAll(order)).toEqual(inside.map(({ value }) => value).sort((a, b) => a - b));
    expect(order.peek()).toBeUndefined();
  }
});

describe("what came in order", () => {
  const filled = (): { order: Ordered<Element>; elements: readonly Element[] } => {
    const order = ordered();
    const elements = Array.from({ length: 5_000 }, (_, index) => element(index));
    for (const one of elements) order.set(one);
    return { order, elements };
  };

  it("keeps its order when most of it is taken out of the middle", () => {
    const { order, elements } = filled();
    const stays = ({ value }: Element): boolean => value % 7 === 0;
    for (const one of elements) if (!stays(one)) order.delete(one);
    const late = element(5_000);
    order.set(late);
    expect(takeAll(order)).toEqual([...elements.filter(stays), late].map(({ value }) => value));
  });

  it("takes no place when it is gone, however long the first one stays", () => {
    const { order } = filled();
    const places = new Set<number>();
    let before = element(5_000);
    order.set(before);
    for (let value = 5_001; value < 50_000; value++) {
      const next = element(value);
      order.set(next);
      order.delete(before);
      places.add(next.runIndex);
      before = next;
    }
    expect(Math.max(...places)).toBeLessThan(3 * 5_000);
  });

  it("is in nothing after clear, and can be put in again", () => {
    const { order, elements } = filled();
    order.clear();
    expect(order.size).toBe(0);
    for (const one of [...elements].reverse()) order.set(one);
    expect(takeAll(order)).toEqual(elements.map(({ value }) => value));
  });
});
