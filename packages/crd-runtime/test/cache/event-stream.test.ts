import { getEventListeners } from "node:events";
import { expect, it } from "vitest";
import { EventStream } from "../../src/cache/reflector/event-stream.js";
import type { WatchEvent } from "../../src/watch/index.js";
import { FakeClock } from "../fake-clock.js";
import { Channel } from "./channel.js";
import { type Thing, thing } from "./objects.js";

const event: WatchEvent<Thing> = { type: "ADDED", object: thing({ name: "a" }) };

function streamOf(source: AsyncIterable<WatchEvent<Thing>>) {
  const clock = new FakeClock();
  const controller = new AbortController();
  const stream = new EventStream({
    open: () => source,
    signal: controller.signal,
    clock,
    deadlineMs: 10_000,
  });
  return { clock, controller, stream };
}

it("hands out events, then one end for ever", async () => {
  const channel = new Channel<WatchEvent<Thing>>();
  const { stream } = streamOf(channel);
  channel.push(event);
  channel.close();
  expect(await stream.next()).toEqual({ type: "event", event });
  expect(await stream.next()).toEqual({ type: "end", end: { type: "closed" } });
  expect(await stream.next()).toEqual({ type: "end", end: { type: "closed" } });
  expect(stream.events).toBe(1);
});

it("ends with the error of a source that throws while it is opened", async () => {
  const error = new Error("no");
  const { stream } = streamOf({
    [Symbol.asyncIterator]() {
      throw error;
    },
  });
  expect(await stream.next()).toEqual({ type: "end", end: { type: "error", error } });
});

it("ends at its deadline although the source says nothing", async () => {
  const { clock, stream } = streamOf(new Channel());
  const next = stream.next();
  await clock.advance(10_000);
  expect(await next).toEqual({ type: "end", end: { type: "deadline" } });
  expect(clock.timers).toEqual([]);
});

it("ends when no event comes for too long", async () => {
  const channel = new Channel<WatchEvent<Thing>>();
  const { clock, stream } = streamOf(channel);
  stream.limitIdle(1_000);
  await clock.advance(900);
  channel.push(event);
  await stream.next();
  const next = stream.next();
  await clock.advance(999);
  expect(clock.timers).toContain(1);
  await clock.advance(1);
  expect(await next).toEqual({ type: "end", end: { type: "idle" } });
});

// client-go trap: listeners left on signals
it("leaves no listener on a signal that outlives it", async () => {
  const channel = new Channel<WatchEvent<Thing>>();
  const { controller, stream } = streamOf(channel);
  const listeners = (): number => getEventListeners(controller.signal, "abort").length;
  expect(listeners()).toBe(1);
  channel.close();
  await stream.next();
  expect(listeners()).toBe(0);
});

it("leaves nothing behind when it is stopped", async () => {
  const channel = new Channel<WatchEvent<Thing>>();
  const { clock, controller, stream } = streamOf(channel);
  const next = stream.next();
  controller.abort();
  expect(await next).toEqual({ type: "end", end: { type: "stopped" } });
  stream.close();
  expect([channel.returns, clock.timers]).toEqual([1, []]);
});

// client-go: TestReflectorHandleWatchStoppedBefore
it("that was stopped before it began opens nothing", async () => {
  const clock = new FakeClock();
  let opened = 0;
  const stream = new EventStream<Thing>({
    open: () => {
      opened++;
      return new Channel();
    },
    signal: AbortSignal.abort(),
    clock,
    deadlineMs: 10_000,
  });
  expect(await stream.next()).toEqual({ type: "end", end: { type: "stopped" } });
  expect([opened, clock.timers]).toEqual([0, []]);
});

// client-go: TestReflectorHandleWatchStoppedAfter
it("lets go of its source once, however often it is closed", async () => {
  const channel = new Channel<WatchEvent<Thing>>();
  const { controller, stream } = streamOf(channel);
  channel.push(event);
  await stream.next();
  const next = stream.next();
  controller.abort();
  stream.close();
  stream.close();
  expect(await next).toEqual({ type: "end", end: { type: "stopped" } });
  expect(channel.returns).toBe(1);
});
