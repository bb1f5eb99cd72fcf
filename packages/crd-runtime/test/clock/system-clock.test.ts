import { afterEach, describe, expect, it, vi } from "vitest";
import { systemClock } from "../../src/clock/index.js";

/** Timers that keep this process alive. */
function alive(): number {
  return process.getActiveResourcesInfo().filter((resource) => resource === "Timeout").length;
}

describe("a timer of the machine's clock", () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  // client-go trap: timers keep the process alive
  it("keeps the process alive only when it is asked to", () => {
    const before = alive();
    const idle = systemClock.setTimer(1_000_000, () => {});
    expect(alive()).toBe(before);
    const busy = systemClock.setTimer(1_000_000, () => {}, { keepsProcessAlive: true });
    expect(alive()).toBe(before + 1);
    busy.cancel();
    idle.cancel();
    expect(alive()).toBe(before);
  });

  it.each([
    { ms: 0.2, early: 0, late: 1 },
    { ms: 1.5, early: 1, late: 2 },
    { ms: -5, early: 0, late: 1 },
    { ms: 2 ** 31 + 0.5, early: 2 ** 31, late: 2 ** 31 + 1 },
    { ms: 2 ** 33, early: 2 ** 33 - 1, late: 2 ** 33 },
  ])("of $ms ms fires after $late ms and not before", ({ ms, early, late }) => {
    vi.useFakeTimers();
    const fired = vi.fn();
    systemClock.setTimer(ms, fired);
    if (early > 0) vi.advanceTimersByTime(early);
    expect(fired).toHaveBeenCalledTimes(0);
    vi.advanceTimersByTime(late - early);
    expect(fired).toHaveBeenCalledTimes(1);
  });

  it("can be cancelled at any time, also on a long way", () => {
    vi.useFakeTimers();
    const fired = vi.fn();
    const timer = systemClock.setTimer(2 ** 33, fired);
    vi.advanceTimersByTime(2 ** 32);
    timer.cancel();
    timer.cancel();
    vi.advanceTimersByTime(2 ** 33);
    expect([fired.mock.calls.length, vi.getTimerCount()]).toEqual([0, 0]);
  });
});
