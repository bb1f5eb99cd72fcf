import { expect, it } from "vitest";
import { LeaderHealthzAdaptor } from "../../src/index.js";
import { deferred } from "../deferred.js";
import { candidate } from "./candidate.js";
import { LeaseServer, refusal } from "./lease-server.js";

// client-go: TestLeaderElectionHealthChecker
it("fails for a leader that did not renew and has not ended, and for nobody else", async () => {
  const watchDog = new LeaderHealthzAdaptor({ timeoutMs: 20_000 });
  expect(watchDog.check()).toBeUndefined();

  const work = deferred<void>();
  const { elector, clock, server, stop } = candidate({
    watchDog,
    gracefulShutdownTimeoutMs: 3_600_000,
    onStartedLeading: () => work.promise,
  });
  expect(watchDog.check()).toBeUndefined();
  const running = elector.run(stop.signal);
  await clock.settle();
  expect(watchDog.check()).toBeUndefined();

  server.reaction = () => {
    throw refusal({ code: 500, reason: "InternalError" });
  };
  await clock.advance(35_000);
  expect(watchDog.check()).toBeUndefined();
  await clock.advance(1);
  expect(watchDog.check()?.message).toBe(
    "leader election on lease ns/lock: failed to renew leadership for 35.001 s, the lease lasts 15 s",
  );
  work.resolve();
  stop.abort();
  await running;
});

it("does not fail for one that waits, however long the leader is silent", async () => {
  const watchDog = new LeaderHealthzAdaptor({ timeoutMs: 0 });
  const server = new LeaseServer();
  server.write({ holderIdentity: "b", leaseDurationSeconds: 3_600 });
  const { elector, clock, stop } = candidate({ server, watchDog });
  const running = elector.run(stop.signal);
  await clock.advance(1_800_000);
  expect(watchDog.check()).toBeUndefined();
  stop.abort();
  await running;
});
