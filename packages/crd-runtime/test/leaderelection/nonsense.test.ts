import { describe, expect, it } from "vitest";
import type { LeaseSpec } from "../../src/index.js";
import { candidacy, others } from "./candidacy.js";

const { signal } = new AbortController();

const lease = "leader election on lease ns/lock: ";

/** What is said of a duration that is over at once. */
function over(seconds: number): string {
  return `${lease}b holds it with a leaseDurationSeconds of ${seconds} or none: it counts as expired at once and is taken, although b may lead still; let b put down a duration above 0`;
}

/** What is said of a duration that lasts. */
function long(input: { readonly seconds: number; readonly wait: string }): string {
  return `${lease}b holds it with a leaseDurationSeconds of ${input.seconds}: others wait ${input.wait} for a sign of life before they take it; if b is gone, delete the lease`;
}

const { leaseDurationSeconds: _duration, ...withoutDuration } = others;
const { renewTime: _renewTime, ...withoutRenewTime } = others;
const { leaseTransitions: _transitions, ...withoutTransitions } = others;
const { holderIdentity: _holder, ...withoutHolder } = others;

const year = 365 * 24 * 3_600;

/** A record, after how many seconds it is taken, and what is said of it. */
const cases: readonly [string, LeaseSpec, number, string | undefined][] = [
  ["no duration", withoutDuration, 0, over(0)],
  ["a duration of 0", { ...others, leaseDurationSeconds: 0 }, 0, over(0)],
  ["a negative duration", { ...others, leaseDurationSeconds: -3 }, 0, over(-3)],
  ["a duration of NaN", { ...others, leaseDurationSeconds: Number.NaN }, 0, over(Number.NaN)],
  ["an hour", { ...others, leaseDurationSeconds: 3_600 }, 3_600, undefined],
  [
    "more than an hour",
    { ...others, leaseDurationSeconds: 3_601 },
    3_601,
    long({ seconds: 3_601, wait: "3601 seconds" }),
  ],
  [
    "hours",
    { ...others, leaseDurationSeconds: 36_000 },
    36_000,
    long({ seconds: 36_000, wait: "about 10 hours" }),
  ],
  [
    "days",
    { ...others, leaseDurationSeconds: 604_800 },
    604_800,
    long({ seconds: 604_800, wait: "about 7 days" }),
  ],
  [
    "the longest duration",
    { ...others, leaseDurationSeconds: 2_147_483_647 },
    2_147_483_647,
    long({ seconds: 2_147_483_647, wait: "about 68 years" }),
  ],
  // Times of others are compared for equality alone.
  ["no renewTime", withoutRenewTime, 3, undefined],
  ["a renewTime that is none", { ...others, renewTime: "yesterday" }, 3, undefined],
  ["a renewTime ahead", { ...others, renewTime: "2999-01-01T00:00:00.000000Z" }, 3, undefined],
  ["no holder", withoutHolder, 0, undefined],
  ["an empty holder", { ...others, holderIdentity: "" }, 0, undefined],
  ["nobody for years", { holderIdentity: "", leaseDurationSeconds: 9 * year }, 0, undefined],
  ["nobody for no time", { holderIdentity: "", leaseDurationSeconds: -1 }, 0, undefined],
];

describe("a lease of another with", () => {
  it.each(cases)("%s", async (_title, spec, seconds, said) => {
    const { candidacy: a, server, clock, errors } = candidacy();
    server.write(spec);
    if (seconds > 0) {
      expect(await a.tryAcquireOrRenew(signal)).toBeUndefined();
      await clock.advance(seconds * 1_000 - 1);
      expect(await a.tryAcquireOrRenew(signal)).toBeUndefined();
      await clock.advance(1);
    }
    expect(await a.tryAcquireOrRenew(signal)).toBe(seconds * 1_000);
    expect(server.lease?.spec?.holderIdentity).toBe("a");
    expect(errors.map(({ message }) => message)).toEqual(said === undefined ? [] : [said]);
    expect(errors.every(({ source, level }) => source === "record" && level === "error")).toBe(
      true,
    );
  });
});

it.each<[string, LeaseSpec, number]>([
  ["none", withoutTransitions, 1],
  ["fewer than 0", { ...others, leaseTransitions: -7 }, 1],
  ["one and a half", { ...others, leaseTransitions: 1.5 }, 1],
  // One more than an int32 holds would be refused, and so would every renewal.
  ["as many as can be", { ...others, leaseTransitions: 2_147_483_647 }, 2_147_483_647],
])("goes on with leaseTransitions of which there are %s", async (_title, spec, transitions) => {
  const { candidacy: a, server, clock } = candidacy();
  server.write(spec);
  await a.tryAcquireOrRenew(signal);
  await clock.advance(3_000);
  await a.tryAcquireOrRenew(signal);
  expect(server.lease?.spec?.leaseTransitions).toBe(transitions);
  await a.release(signal);
  expect(server.lease?.spec).toMatchObject({ holderIdentity: "", leaseTransitions: transitions });
});

it("puts right what a process of the same identity has put down, and says nothing", async () => {
  const { candidacy: a, server, errors } = candidacy();
  server.write({ holderIdentity: "a", leaseDurationSeconds: 9 * year, leaseTransitions: -1 });
  expect(await a.tryAcquireOrRenew(signal)).toBe(0);
  expect(server.lease?.spec).toMatchObject({ leaseDurationSeconds: 10, leaseTransitions: 0 });
  expect(errors).toEqual([]);
});

it("says nothing of durations no longer than its own", async () => {
  const { candidacy: a, server, errors } = candidacy({ leaseDurationMs: year * 1_000 });
  server.write({ ...others, leaseDurationSeconds: year });
  await a.tryAcquireOrRenew(signal);
  expect(errors).toEqual([]);
});

it("says it once, not with each renewal, and anew for another holder, duration or time", async () => {
  const { candidacy: a, server, errors } = candidacy();
  const see = async (spec: LeaseSpec): Promise<void> => {
    server.write(spec);
    await a.tryAcquireOrRenew(signal);
  };
  const b = { ...others, leaseDurationSeconds: 2 * year };
  await see(b);
  await see(b);
  await see({ ...b, renewTime: "2020-01-01T00:00:02.000000Z" });
  expect(errors).toHaveLength(1);
  await see({ ...b, leaseDurationSeconds: 3 * year });
  await see({ ...b, leaseDurationSeconds: 3 * year, holderIdentity: "c" });
  expect(errors).toHaveLength(3);
  await see(others);
  await see(b);
  expect(errors.map(({ message }) => /about \d years|expired/.exec(message)?.[0])).toEqual([
    "about 2 years",
    "about 3 years",
    "about 3 years",
    "about 2 years",
  ]);
});
