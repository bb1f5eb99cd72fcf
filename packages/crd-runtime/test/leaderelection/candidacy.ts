import { LeaseLock, type LeaseSpec } from "../../src/index.js";
import { Candidacy } from "../../src/leaderelection/candidacy.js";
import { completeConfig } from "../../src/leaderelection/leader-election-config.js";
import type { LeaderElectionError } from "../../src/leaderelection/leader-election-error.js";
import { FakeClock } from "../fake-clock.js";
import { MemoryMetrics } from "../metrics/memory-metrics.js";
import { LeaseServer } from "./lease-server.js";

/** A candidacy of `a` for a lease in memory, and everything that it has told. */
export function candidacy(options: { readonly leaseDurationMs?: number } = {}): {
  readonly candidacy: Candidacy;
  readonly server: LeaseServer;
  readonly clock: FakeClock;
  readonly errors: LeaderElectionError[];
  readonly metrics: MemoryMetrics;
} {
  const server = new LeaseServer();
  const clock = new FakeClock();
  const errors: LeaderElectionError[] = [];
  const metrics = new MemoryMetrics();
  const lock = new LeaseLock({ client: server, namespace: "ns", name: "lock", identity: "a" });
  const config = completeConfig({
    lock,
    clock,
    leaseDurationMs: options.leaseDurationMs ?? 10_000,
    renewDeadlineMs: 8_000,
    callbacks: { onStartedLeading: () => {} },
    metricsProvider: metrics,
  });
  const report = (error: LeaderElectionError): number => errors.push(error);
  return { candidacy: new Candidacy({ lock, config, report }), server, clock, errors, metrics };
}

/** What another candidate has put down. */
export const others: LeaseSpec = {
  holderIdentity: "b",
  leaseDurationSeconds: 3,
  acquireTime: "2020-01-01T00:00:00.000000Z",
  renewTime: "2020-01-01T00:00:00.000000Z",
  leaseTransitions: 4,
};
