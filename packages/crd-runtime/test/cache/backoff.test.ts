import { describe, expect, it, vi } from "vitest";
import { Backoff, defaultBackoff, sleep, systemClock } from "../../src/clock/index.js";
import { FakeClock } from "../fake-clock.js";

function delays(input: { readonly backoff: Backoff; readonly count: number }): number[] {
  return Array.from({ length: input.count }, () => input.backoff.next());
}

describe("a backoff", () => {
  // client-go: TestNewReflectorWithCustomBackoff
  // client-go: TestBackoff_Step
  it("grows to its cap", () => {
    const options = { initialMs: 10, factor: 2, capMs: 100, jitter: 0, resetAfterMs: 0 };
    const backoff = new Backoff({ options, clock: new FakeClock() });
    expect(delays({ backoff, count: 6 })).toEqual([10, 20, 40, 80, 100, 100]);
  });

  // client-go trap: clients come back together
  // client-go constant: reflector backoff jitter
  // client-go: TestBackoffDelayWithResetJitter
  it("lengthens each delay by a random part of it", () => {
    const clock = new FakeClock();
    const backoff = new Backoff({ options: defaultBackoff, clock, random: () => 0.5 });
    expect(delays({ backoff, count: 3 })).toEqual([1_200, 2_400, 4_800]);
  });

  // client-go constant: reflector backoff reset
  // client-go: TestBackoffDelayWithResetExponential; deviation: 0 never resets (TestBackoffDelayWithResetEmpty: always)
  it("begins anew after quiet times, counted from the end of the last delay", async () => {
    const clock = new FakeClock();
    const backoff = new Backoff({ options: defaultBackoff, clock, random: () => 0 });
    delays({ backoff, count: 5 });
    await clock.advance(12_800 + 120_000);
    expect(backoff.next()).toBe(25_600);
    await clock.advance(25_600 + 120_001);
    expect(backoff.next()).toBe(800);
  });
});

describe("sleep", () => {
  it("ends with the signal's reason and leaves no timer", async () => {
    const clock = new FakeClock();
    const controller = new AbortController();
    const sleeping = sleep({ clock, ms: 1_000, signal: controller.signal });
    controller.abort(new Error("stop"));
    await expect(sleeping).rejects.toThrow("stop");
    await expect(sleep({ clock, ms: 1, signal: controller.signal })).rejects.toThrow("stop");
    expect(clock.timers).toEqual([]);
  });

  it("keeps the process alive, other timers do not", () => {
    const before = process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
    const count = (): number =>
      process.getActiveResourcesInfo().filter((name) => name === "Timeout").length - before;
    const quiet = systemClock.setTimer(60_000, () => {});
    expect(count()).toBe(0);
    const loud = systemClock.setTimer(60_000, () => {}, { keepsProcessAlive: true });
    expect(count()).toBe(1);
    loud.cancel();
    quiet.cancel();
    expect(count()).toBe(0);
  });
});

// client-go trap: long timer fires at once
it("waits longer than setTimeout can", () => {
  vi.useFakeTimers();
  try {
    const fired = vi.fn();
    systemClock.setTimer(2 ** 31 + 1_000, fired);
    vi.advanceTimersByTime(2 ** 31 + 999);
    expect(fired).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(fired).toHaveBeenCalledOnce();
    const cancelled = vi.fn();
    const timer = systemClock.setTimer(2 ** 31 + 1_000, cancelled);
    vi.advanceTimersByTime(2 ** 31);
    timer.cancel();
    vi.advanceTimersByTime(2 ** 31);
    expect(cancelled).not.toHaveBeenCalled();
  } finally {
    vi.useRealTimers();
  }
});
