import { getEventListeners } from "node:events";
import { describe, expect, it } from "vitest";
import { abortable } from "../../src/clock/abortable.js";
import { sleep } from "../../src/clock/index.js";
import { onAbort } from "../../src/clock/on-abort.js";
import { FakeClock } from "../fake-clock.js";

function listeners(signal: AbortSignal): number {
  return getEventListeners(signal, "abort").length;
}

describe("onAbort", () => {
  it("calls all back once, in the order of asking, through one listener", () => {
    const { signal, ...controller } = control();
    const calls: number[] = [];
    for (let at = 0; at < 20; at++) onAbort({ signal, callback: () => calls.push(at) });
    expect(listeners(signal)).toBe(1);
    controller.abort();
    controller.abort();
    expect(calls).toEqual(Array.from({ length: 20 }, (_, at) => at));
    expect(listeners(signal)).toBe(0);
  });

  // client-go trap: listeners left on signals
  it("leaves nothing behind when all are taken back, and begins anew after that", () => {
    const { signal, abort } = control();
    const calls: string[] = [];
    const callback = (): void => void calls.push("same");
    const releases = [onAbort({ signal, callback }), onAbort({ signal, callback })];
    for (const release of [...releases, ...releases]) release();
    expect(listeners(signal)).toBe(0);
    const release = onAbort({ signal, callback });
    onAbort({ signal, callback });
    release();
    abort();
    expect(calls).toEqual(["same"]);
  });

  it("spares what another callback has taken back meanwhile", () => {
    const { signal, abort } = control();
    const calls: string[] = [];
    onAbort({ signal, callback: () => release() });
    const release = onAbort({ signal, callback: () => calls.push("never") });
    abort();
    expect(calls).toEqual([]);
  });

  it("calls back at once when it is late, also while the signal is being aborted", () => {
    const { signal, abort } = control();
    const calls: string[] = [];
    const late = (): void => void onAbort({ signal, callback: () => calls.push("late") });
    onAbort({ signal, callback: late });
    onAbort({ signal, callback: () => calls.push("next") });
    abort();
    late();
    expect(calls).toEqual(["late", "next", "late"]);
  });

  it("does nothing without a signal", () => {
    onAbort({ signal: undefined, callback: () => expect.unreachable() })();
  });
});

it("many waits under one signal put one listener on it, and take it away", async () => {
  const { signal, abort } = control();
  const clock = new FakeClock();
  const sleeps = Array.from({ length: 20 }, () => sleep({ clock, ms: 5, signal }));
  expect(listeners(signal)).toBe(1);
  await clock.advance(5);
  await Promise.all(sleeps);
  expect(listeners(signal)).toBe(0);
  const waits = Array.from({ length: 20 }, () =>
    abortable({ promise: new Promise(() => {}), signal }),
  );
  expect(listeners(signal)).toBe(1);
  abort();
  const settled = await Promise.allSettled(waits);
  expect(settled.every(({ status }) => status === "rejected")).toBe(true);
});

function control(): { readonly signal: AbortSignal; readonly abort: () => void } {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort(new Error("enough")) };
}
