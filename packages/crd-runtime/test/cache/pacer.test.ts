import { expect, it } from "vitest";
import { Pacer } from "../../src/cache/pacer.js";
import { Queue } from "../../src/cache/queue.js";
import { FakeClock } from "../fake-clock.js";

it("gives others a turn once work has taken eight milliseconds", async () => {
  const clock = new FakeClock();
  const pacer = new Pacer(clock);
  const turns: number[] = [];
  for (let step = 1; step <= 64; step++) {
    if (step === 20) await clock.advance(8);
    const turn = pacer.turn();
    if (turn === undefined) continue;
    let others = false;
    setImmediate(() => {
      others = true;
    });
    await turn;
    await clock.settle();
    expect(others).toBe(true);
    turns.push(step);
  }
  expect(turns).toEqual([32]);
});

it("a queue keeps its order however it is filled and emptied", () => {
  const queue = new Queue<number>();
  const taken: number[] = [];
  let next = 0;
  for (let round = 0; round < 50; round++) {
    for (let at = 0; at < 200; at++) queue.push(next++);
    for (let at = 0; at < 150; at++) taken.push(queue.shift() ?? Number.NaN);
  }
  expect(queue.size).toBe(2_500);
  expect(queue.peek()).toBe(7_500);
  while (queue.size > 0) taken.push(queue.shift() ?? Number.NaN);
  expect(taken).toEqual(Array.from({ length: next }, (_, at) => at));
  expect([queue.shift(), queue.peek()]).toEqual([undefined, undefined]);
  queue.push(1);
  queue.clear();
  expect(queue.size).toBe(0);
});
