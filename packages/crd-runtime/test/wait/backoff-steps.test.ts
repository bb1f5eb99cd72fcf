import { describe, expect, it } from "vitest";
import { type BackoffSteps, delaysOf } from "../../src/wait/index.js";

describe("delaysOf", () => {
  // client-go: TestBackoff_Step
  it.each<{ what: string; backoff: BackoffSteps; delays: number[] }>([
    { what: "no step", backoff: { steps: 0, initialMs: 7 }, delays: [] },
    { what: "one step", backoff: { steps: 1, initialMs: 7 }, delays: [] },
    { what: "no factor", backoff: { steps: 3, initialMs: 7 }, delays: [7, 7] },
    { what: "a factor", backoff: { steps: 4, initialMs: 1, factor: 3 }, delays: [1, 3, 9] },
    {
      what: "a cap",
      backoff: { steps: 6, initialMs: 1, factor: 2, capMs: 3 },
      delays: [1, 2, 3, 3, 3],
    },
    { what: "a cap below", backoff: { steps: 3, initialMs: 5, capMs: 2 }, delays: [2, 2] },
    {
      what: "jitter, which does not grow",
      backoff: { steps: 4, initialMs: 10, factor: 2, jitter: 0.5 },
      delays: [12.5, 25, 50],
    },
  ])("gives those of $what", ({ backoff, delays }) => {
    expect([...delaysOf({ backoff, random: () => 0.5 })]).toEqual(delays);
  });

  it("keeps jitter below its share", () => {
    const backoff: BackoffSteps = { steps: 1_000, initialMs: 10, jitter: 0.1 };
    const delays = [...delaysOf({ backoff })];
    expect(Math.min(...delays)).toBeGreaterThanOrEqual(10);
    expect(Math.max(...delays)).toBeLessThan(11);
    expect(new Set(delays).size).toBeGreaterThan(100);
  });
});
