import { expect, it } from "vitest";
import { Heap } from "../../src/workqueue/heap.js";
import { mulberry32 } from "../random.js";

interface Element {
  value: number;
  heapIndex: number;
}

it("gives the least element whatever is put in, changed and taken out", () => {
  for (let seed = 0; seed < 50; seed++) {
    const random = mulberry32(seed);
    const heap = new Heap<Element>((a, b) => a.value < b.value);
    const inside = new Set<Element>();
    for (let step = 0; step < 400; step++) {
      const known = [...inside][Math.floor(random() * inside.size)];
      const choice = random();
      if (known === undefined || choice < 0.4) {
        const element = { value: Math.floor(random() * 50), heapIndex: -1 };
        heap.set(element);
        inside.add(element);
      } else if (choice < 0.6) {
        known.value = Math.floor(random() * 50);
        heap.set(known);
      } else if (choice < 0.8) {
        heap.delete(known);
        inside.delete(known);
      } else {
        const least = heap.pop();
        expect(least?.value).toBe(Math.min(...[...inside].map(({ value }) => value)));
        expect(least?.heapIndex).toBe(-1);
        if (least !== undefined) inside.delete(least);
      }
      expect(heap.size).toBe(inside.size);
    }
    const rest = Array.from({ length: heap.size }, () => heap.pop()?.value);
    expect(rest).toEqual([...inside].map(({ value }) => value).sort((a, b) => a - b));
    expect(heap.pop()).toBeUndefined();
  }
});
