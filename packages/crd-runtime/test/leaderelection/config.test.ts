import { expect, it } from "vitest";
import {
  ConfigError,
  type LeaderElectionConfig,
  LeaderElector,
  LeaseLock,
} from "../../src/index.js";
import { LeaseServer } from "./lease-server.js";

const callbacks = { onStartedLeading: () => {} };

function lock(identity = "a"): LeaseLock {
  return new LeaseLock({ client: new LeaseServer(), namespace: "ns", name: "lock", identity });
}

function problem(config: Partial<LeaderElectionConfig>): string | undefined {
  try {
    new LeaderElector({ lock: lock(), callbacks, ...config });
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return error instanceof Error ? error.message : undefined;
  }
}

// client-go: TestLeaderElectionConfigValidation
it("takes a lock with an identity alone", () => {
  expect(problem({})).toBeUndefined();
  expect(problem({ lock: lock("") })).toBe(
    "leader election on lease ns/lock: the identity of the lock is empty: give each candidate one of its own, such as host name and a random part",
  );
});

// client-go constant: lease duration, renew deadline, retry period
it("has client-go's times where none are given", () => {
  expect(problem({ renewDeadlineMs: 14_999 })).toBeUndefined();
  expect(problem({ renewDeadlineMs: 15_000 })).toContain("15000 is not greater than 15000");
  expect(problem({ leaseDurationMs: 10_000 })).toContain("10000 is not greater than 10000");
  expect(problem({ renewDeadlineMs: 2_400 })).toContain("2400 is not greater than 1.2 * 2000");
});

it.each<[string, Partial<LeaderElectionConfig>, string]>([
  [
    "a lease as long as the deadline",
    { leaseDurationMs: 10_000 },
    "leaseDurationMs must be greater than renewDeadlineMs: 10000 is not greater than 10000",
  ],
  [
    "a deadline with no time to retry",
    { renewDeadlineMs: 2_400 },
    "renewDeadlineMs must be greater than 1.2 times retryPeriodMs: 2400 is not greater than 1.2 * 2000",
  ],
  [
    "parts of a second",
    { leaseDurationMs: 15_500 },
    "leaseDurationMs must be whole seconds, since a Lease holds seconds: 15500",
  ],
  [
    "seconds where milliseconds are meant",
    { leaseDurationMs: 15, renewDeadlineMs: 10, retryPeriodMs: 2 },
    "leaseDurationMs must be whole seconds, since a Lease holds seconds: 15",
  ],
  [
    "more seconds than a Lease holds",
    { leaseDurationMs: 2 ** 31 * 1_000 },
    "leaseDurationMs must be whole seconds, since a Lease holds seconds: 2147483648000",
  ],
  [
    "a negative grace",
    { gracefulShutdownTimeoutMs: -1 },
    "gracefulShutdownTimeoutMs must not be below 0: -1",
  ],
  [
    "a grace that is no number",
    { gracefulShutdownTimeoutMs: Number.NaN },
    "gracefulShutdownTimeoutMs must not be below 0: NaN",
  ],
  [
    "an endless grace",
    { gracefulShutdownTimeoutMs: Number.POSITIVE_INFINITY },
    "gracefulShutdownTimeoutMs must have an end, or work that hangs keeps the lease for good: Infinity",
  ],
])("refuses %s", (_title, config, message) => {
  expect(problem(config)).toBe(`leader election on lease ns/lock: ${message}`);
});

it.each(
  (["leaseDurationMs", "renewDeadlineMs", "retryPeriodMs"] as const).flatMap((name) =>
    [0, -1, Number.NaN, Number.POSITIVE_INFINITY].map((ms) => ({ name, ms })),
  ),
)("refuses a $name of $ms", ({ name, ms }) => {
  expect(problem({ [name]: ms })).toBe(
    `leader election on lease ns/lock: ${name} must be above 0 milliseconds: ${ms}`,
  );
});

it("refuses what only JavaScript can pass", () => {
  expect(problem(JSON.parse('{"lock":null}'))).toBe("leader election: a lock is required");
  const required = "leader election on lease ns/lock: the callback onStartedLeading is required";
  expect(problem(JSON.parse('{"callbacks":{}}'))).toBe(required);
  expect(problem(JSON.parse('{"callbacks":null}'))).toBe(required);
});
