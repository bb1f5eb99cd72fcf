import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { deferred } from "../deferred.js";
import { FakeClock } from "../fake-clock.js";
import { MemoryMetrics } from "../metrics/memory-metrics.js";
import { candidate } from "./candidate.js";
import { LeaseServer, refusal } from "./lease-server.js";

const fail = (): never => {
  throw refusal({ code: 500, reason: "InternalError" });
};

describe("the lock", () => {
  // client-go: TestFastPathLeaderElection
  it("costs one request for each renewal, and a read after a conflict", async () => {
    const { elector, server, clock, stop } = candidate({
      renewDeadlineMs: 2_000,
      retryPeriodMs: 1_000,
      releaseOnCancel: false,
    });
    server.reaction = ({ verb, nth }) => {
      if (verb === "update" && nth === 2) throw refusal({ code: 409, reason: "Conflict" });
    };
    const running = elector.run(stop.signal);
    await clock.advance(3_000);
    stop.abort();
    await running;
    expect(server.verbs).toEqual(["get", "create", "update", "update", "get", "update", "update"]);
  });

  // client-go: TestReleaseOnCancellation_Leases
  it.each([
    ["update", 2],
    ["get", 2],
  ] as const)(
    "is released when the run is cancelled during the %s of a renewal",
    async (verb, nth) => {
      const { elector, server, clock, stop, events, told, errors } = candidate({
        renewDeadlineMs: 2_000,
        retryPeriodMs: 1_000,
      });
      const reached = deferred<void>();
      server.reaction = async (call) => {
        if (call.verb === "update" && call.nth === 1) fail();
        if (call.verb !== verb || call.nth !== nth) return;
        reached.resolve();
        await new Promise(() => {});
      };
      const running = elector.run(stop.signal);
      await clock.advance(1_000);
      if (verb === "update") await clock.advance(1_000);
      await reached.promise;
      stop.abort();
      await clock.settle();
      await running;
      expect(server.lease?.spec).toMatchObject({ holderIdentity: "", leaseDurationSeconds: 1 });
      expect(events).toEqual([
        "Normal LeaderElection a became leader",
        "Normal LeaderElection a stopped leading",
      ]);
      expect(told).toEqual(["new leader a", "started", "new leader ", "stopped"]);
      expect(errors.filter(({ source }) => source === "release")).toEqual([]);
    },
  );

  it("is left as it is where releaseOnCancel is false", async () => {
    const { elector, server, clock, stop, told } = candidate({ releaseOnCancel: false });
    const running = elector.run(stop.signal);
    await clock.settle();
    stop.abort();
    await running;
    expect(server.lease?.spec?.holderIdentity).toBe("a");
    expect(told).toEqual(["new leader a", "started", "stopped"]);
  });

  it.each(["create", "update"] as const)(
    "is released without any work when the run is cancelled during its %s, and that arrives nevertheless",
    async (verb) => {
      const { elector, server, clock, stop, told, events, errors } = candidate();
      if (verb === "update") server.write({});
      server[verb] = async (lease) => {
        stop.abort();
        server[verb] = async (again) => server[`${verb}Now`](again);
        return server[`${verb}Now`](lease);
      };
      const running = elector.run(stop.signal);
      await clock.settle();
      await running;
      expect(server.lease?.spec?.holderIdentity).toBe("");
      expect(told).toEqual([]);
      expect(events).toEqual([]);
      expect(errors).toEqual([]);
    },
  );

  // client-go constant: leader election jitter
  it("is waited for with a random part of up to 120 %", async () => {
    const server = new LeaseServer();
    server.write({ holderIdentity: "b", leaseDurationSeconds: 3_600 });
    for (const [random, ms] of [
      [0, 2_000],
      [0.5, 3_200],
    ] as const) {
      const { elector, clock, stop } = candidate({ server, random: () => random });
      const running = elector.run(stop.signal);
      await clock.settle();
      expect(clock.timers).toEqual([ms]);
      stop.abort();
      await running;
    }
  });

  // client-go trap: hung request uses up the deadline
  // client-go constant: lock timeout
  it.each([
    { renewDeadlineMs: 10_000, leaseDurationMs: 15_000, ends: 5 },
    { renewDeadlineMs: 1_500, leaseDurationMs: 2_000, ends: 1 },
  ])(
    "is not waited for by one hung request: it ends after $ends s, half of $renewDeadlineMs ms or a second",
    async (given) => {
      const { ends, ...times } = given;
      const config = { ...times, retryPeriodMs: 1_000 };
      const { elector, server, clock, stop, errors } = candidate(config);
      server.reaction = async ({ verb, nth }) => {
        if (verb === "get" && nth === 1) await new Promise(() => {});
      };
      const running = elector.run(stop.signal);
      await clock.advance(ends * 1_000 - 1);
      expect(errors).toEqual([]);
      await clock.advance(1_001);
      expect(errors.map(({ message }) => message)).toEqual([
        `leader election on lease ns/lock: the lease could not be read: reading lease ns/lock did not finish within ${ends} s`,
      ]);
      expect(elector.isLeader()).toBe(true);
      stop.abort();
      await clock.settle();
      await running;
    },
  );
});

describe("two candidates", () => {
  // client-go trap: leadership told twice
  it("lead one after the other, and each is told once of every change", async () => {
    const server = new LeaseServer();
    const clock = new FakeClock();
    const a = candidate({ server, clock, identity: "a" });
    const b = candidate({ server, clock, identity: "b" });
    const runningA = a.elector.run(a.stop.signal);
    await clock.settle();
    const runningB = b.elector.run(b.stop.signal);
    await clock.advance(60_000);
    expect([a.elector.isLeader(), b.elector.isLeader()]).toEqual([true, false]);
    expect([a.elector.getLeader(), b.elector.getLeader()]).toEqual(["a", "a"]);
    a.stop.abort();
    await clock.advance(2_000);
    await runningA;
    expect([a.elector.isLeader(), b.elector.isLeader()]).toEqual([false, true]);
    expect(a.told).toEqual(["new leader a", "started", "new leader ", "stopped"]);
    expect(b.told).toEqual(["new leader a", "new leader b", "started"]);
    expect(b.elector.observedRecord?.leaderTransitions).toBe(1);
    b.stop.abort();
    await clock.settle();
    await runningB;
  });

  it("change after the lease has expired when one disappears", async () => {
    const server = new LeaseServer();
    const clock = new FakeClock();
    server.write({ holderIdentity: "gone", leaseDurationSeconds: 15, leaseTransitions: 0 });
    const b = candidate({ server, clock, identity: "b" });
    const running = b.elector.run(b.stop.signal);
    await clock.advance(14_999);
    expect(b.elector.isLeader()).toBe(false);
    await clock.advance(2_000);
    expect(b.elector.isLeader()).toBe(true);
    b.stop.abort();
    await clock.settle();
    await running;
  });
});

describe("the work", () => {
  // client-go trap: release before the work has ended
  it("ends before the lease is released, and the lease is renewed meanwhile", async () => {
    const server = new LeaseServer();
    const clock = new FakeClock();
    const ended = deferred<void>();
    const a = candidate({ server, clock, identity: "a", onStartedLeading: () => ended.promise });
    const b = candidate({ server, clock, identity: "b" });
    const runningA = a.elector.run(a.stop.signal);
    await clock.settle();
    const runningB = b.elector.run(b.stop.signal);
    a.stop.abort(new Error("SIGTERM"));
    expect(a.work.signal?.reason).toEqual(new Error("SIGTERM"));
    await clock.advance(29_000);
    expect(b.told).toEqual(["new leader a"]);
    expect(a.told).toEqual(["new leader a", "started"]);
    ended.resolve();
    await clock.advance(2_000);
    await runningA;
    expect(a.told).toEqual(["new leader a", "started", "new leader ", "stopped"]);
    expect(b.told).toEqual(["new leader a", "new leader b", "started"]);
    b.stop.abort();
    await clock.settle();
    await runningB;
  });

  // client-go trap: release before the work has ended
  it("that does not end keeps the lease unreleased, and the run ends nevertheless", async () => {
    const { elector, clock, stop, server, errors, told } = candidate({
      onStartedLeading: () => new Promise<void>(() => {}),
    });
    const running = elector.run(stop.signal);
    await clock.settle();
    stop.abort();
    await clock.advance(30_000);
    await running;
    expect(server.lease?.spec?.holderIdentity).toBe("a");
    expect(told.at(-1)).toBe("stopped");
    expect(errors.map(({ message }) => message)).toEqual([
      "leader election on lease ns/lock: the work has not ended 30 s after its signal was aborted; the lease is left to expire",
    ]);
  });

  it("that has ended early keeps the lease until the run is cancelled", async () => {
    const { elector, clock, stop, told } = candidate();
    const running = elector.run(stop.signal);
    await clock.advance(60_000);
    expect(elector.isLeader()).toBe(true);
    expect(told).toEqual(["new leader a", "started"]);
    stop.abort();
    await clock.settle();
    await running;
  });

  it.each([
    [
      "throws",
      (): void => {
        throw new Error("no database");
      },
    ],
    ["rejects", (): Promise<void> => Promise.reject(new Error("no database"))],
  ])(
    "that %s gives the lease up, and the run rejects with it",
    async (_title, onStartedLeading) => {
      const { elector, clock, stop, server, told } = candidate({ onStartedLeading });
      const running = elector.run(stop.signal);
      await Promise.all([expect(running).rejects.toThrow("no database"), clock.settle()]);
      expect(server.lease?.spec?.holderIdentity).toBe("");
      expect(told).toEqual(["new leader a", "started", "new leader ", "stopped"]);
    },
  );

  it("that rejects because it was cancelled has not failed", async () => {
    const { elector, clock, stop } = candidate({
      onStartedLeading: ({ signal }) =>
        new Promise((_resolve, reject) => {
          signal.addEventListener("abort", () => reject(signal.reason));
        }),
    });
    const running = elector.run(stop.signal);
    await clock.settle();
    stop.abort();
    await expect(running).resolves.toBeUndefined();
  });
});

describe("leadership is lost", () => {
  it("when no renewal succeeds for the retry period and the renew deadline", async () => {
    const { elector, clock, stop, server, told, errors, work, events } = candidate();
    const running = elector.run(stop.signal);
    await clock.advance(4_000);
    server.reaction = fail;
    await clock.advance(11_999);
    expect(elector.isLeader()).toBe(true);
    await clock.advance(1);
    expect(elector.isLeader()).toBe(false);
    expect(work.signal?.aborted).toBe(true);
    await running;
    expect(told).toEqual(["new leader a", "started", "stopped"]);
    expect(events.at(-1)).toBe("Normal LeaderElection a stopped leading");
    const lost = errors.find(({ source }) => source === "lost");
    expect(lost?.message).toBe(
      "leader election on lease ns/lock: a is leader no more: the lease was not renewed for 12 s; the API server did not answer in time, or the event loop was blocked",
    );
    expect(work.signal?.reason).toBe(lost);
    expect(stop.signal.aborted).toBe(false);
  });

  it("when another holds the lease, and it is not blanked", async () => {
    const { elector, clock, stop, server, told } = candidate();
    const running = elector.run(stop.signal);
    await clock.settle();
    server.write({ holderIdentity: "b", leaseDurationSeconds: 15 });
    await clock.advance(12_000);
    await running;
    expect(server.lease?.spec?.holderIdentity).toBe("b");
    expect(told).toEqual(["new leader a", "started", "new leader b", "stopped"]);
  });

  it("and the lease is released where the server can be reached again and the work has ended", async () => {
    const { elector, clock, stop, server } = candidate();
    const running = elector.run(stop.signal);
    await clock.settle();
    server.reaction = ({ verb }) => {
      if (verb === "update" && clock.monotonic() < 12_000) fail();
    };
    await clock.advance(12_000);
    await running;
    expect(server.lease?.spec?.holderIdentity).toBe("");
  });

  it("at once: onStoppedLeading does not wait for work that goes on", async () => {
    const { elector, clock, stop, server, told } = candidate({
      onStartedLeading: () => new Promise<void>(() => {}),
    });
    const running = elector.run(stop.signal);
    await clock.settle();
    server.reaction = fail;
    await clock.advance(12_000);
    expect(told).toEqual(["new leader a", "started", "stopped"]);
    await clock.advance(30_000);
    await running;
  });

  it("while the work ends, too", async () => {
    const { elector, clock, stop, server, told } = candidate({
      onStartedLeading: () => new Promise<void>(() => {}),
    });
    const running = elector.run(stop.signal);
    await clock.settle();
    server.reaction = fail;
    stop.abort();
    await clock.advance(12_000);
    expect(told).toEqual(["new leader a", "started", "stopped"]);
    await clock.advance(18_000);
    await running;
    expect(told).toEqual(["new leader a", "started", "stopped"]);
  });

  it("before others can take the lease, when the answer to a renewal was slow", async () => {
    const { elector, clock, stop, server } = candidate({
      leaseDurationMs: 11_000,
      retryPeriodMs: 2_000,
    });
    const running = elector.run(stop.signal);
    await clock.settle();
    server.reaction = async ({ verb, nth }) => {
      if (verb !== "update") fail();
      if (nth === 1) await new Promise<void>((resolve) => void clock.setTimer(4_900, resolve));
      else fail();
    };
    // Sent at 2 s, answered at 6.9 s: others may have counted from 2 s on.
    await clock.advance(12_999);
    expect(elector.isLeader()).toBe(true);
    await clock.advance(1);
    expect(elector.isLeader()).toBe(false);
    await running;
  });

  it("and won again by another run", async () => {
    const { elector, clock, stop, server, told } = candidate();
    const running = elector.run(stop.signal);
    await clock.settle();
    server.reaction = fail;
    await clock.advance(12_000);
    await running;
    server.reaction = () => {};
    const again = elector.run(stop.signal);
    await clock.advance(5_000);
    expect(elector.isLeader()).toBe(true);
    expect(told).toEqual(["new leader a", "started", "stopped", "started"]);
    stop.abort();
    await clock.settle();
    await again;
  });
});

describe("misuse", () => {
  it("is a second run at the same time", async () => {
    const { elector, clock, stop } = candidate();
    const running = elector.run(stop.signal);
    await expect(elector.run(stop.signal)).rejects.toThrow(
      "leader election on lease ns/lock: run was called while it runs: an elector takes part once at a time",
    );
    await clock.settle();
    stop.abort();
    await clock.settle();
    await running;
  });

  it("is a signal that was aborted before: nothing is sent", async () => {
    const { elector, server } = candidate();
    await elector.run(AbortSignal.abort());
    expect(server.verbs).toEqual([]);
  });

  it("is a callback that throws: it is reported, and the election goes on", async () => {
    const { elector, clock, stop, errors } = candidate({
      onNewLeader: () => {
        throw new Error("no terminal");
      },
      onStoppedLeading: () => Promise.reject(new Error("no disk")),
    });
    const running = elector.run(stop.signal);
    await clock.settle();
    expect(elector.isLeader()).toBe(true);
    stop.abort();
    await running;
    expect(errors.map(({ message }) => message)).toEqual([
      "leader election on lease ns/lock: onNewLeader failed: no terminal",
      "leader election on lease ns/lock: onNewLeader failed: no terminal",
      "leader election on lease ns/lock: onStoppedLeading failed: no disk",
    ]);
  });
});

it("goes on where events cannot be recorded", async () => {
  const { elector, lock, clock, stop, errors } = candidate();
  lock.recordEvent = () => {
    throw new Error("no recorder");
  };
  const running = elector.run(stop.signal);
  await clock.settle();
  expect(elector.isLeader()).toBe(true);
  stop.abort();
  await running;
  expect(errors.map(({ message }) => message)).toEqual(
    Array(2).fill("leader election on lease ns/lock: no event could be recorded: no recorder"),
  );
});

it("warns of errors where nobody listens, and of listeners that fail", async () => {
  const warned = once(process, "warning");
  const first = candidate({ onError: undefined });
  first.server.reaction = fail;
  const running = first.elector.run(first.stop.signal);
  const [warning] = await warned;
  expect(`${warning.name}: ${warning.message}`).toBe(
    'LeaderElectionWarning: leader election on lease ns/lock: the lease could not be read: leases "lock": InternalError',
  );
  first.stop.abort();
  await running;

  const warnedAgain = once(process, "warning");
  const second = candidate({
    onError: () => {
      throw new Error("no terminal");
    },
  });
  second.server.reaction = fail;
  const runningAgain = second.elector.run(second.stop.signal);
  const [failed] = await warnedAgain;
  expect(failed.message).toMatch(/^onError failed: Error: no terminal; it was to hear: leader/);
  second.stop.abort();
  await runningAgain;
});

it("counts in metrics who leads, and renewals that were slow", async () => {
  const metricsProvider = new MemoryMetrics();
  const leads = (): number | undefined =>
    metricsProvider.value('leader_election_master_status{name="databases"}');
  const { elector, clock, stop, server } = candidate({ name: "databases", metricsProvider });
  server.reaction = ({ verb, nth }) => {
    if (verb === "update" && nth === 1) fail();
  };
  expect(leads()).toBe(0);
  const running = elector.run(stop.signal);
  await clock.advance(4_000);
  expect(leads()).toBe(1);
  stop.abort();
  await running;
  expect(leads()).toBe(0);
  expect(metricsProvider.value('leader_election_slowpath_total{name="databases"}')).toBe(1);
});

it("leaves no timer when it has ended", async () => {
  const { elector, clock, stop } = candidate();
  const running = elector.run(stop.signal);
  await clock.advance(5_000);
  stop.abort();
  await running;
  expect(clock.timers).toEqual([]);
});
