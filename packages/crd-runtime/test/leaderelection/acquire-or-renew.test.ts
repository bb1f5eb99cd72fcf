import { describe, expect, it } from "vitest";
import type { LeaseSpec } from "../../src/index.js";
import { candidacy, others } from "./candidacy.js";
import { refusal } from "./lease-server.js";

const { signal } = new AbortController();

describe("tryAcquireOrRenew", () => {
  // client-go: TestTryAcquireOrRenewLeases
  it("creates a lease that is not there", async () => {
    const { candidacy: a, server, clock } = candidacy();
    expect(await a.tryAcquireOrRenew(signal)).toBe(clock.monotonic());
    expect(server.verbs).toEqual(["get", "create"]);
    expect(server.lease?.spec).toEqual({
      holderIdentity: "a",
      leaseDurationSeconds: 10,
      acquireTime: "2026-01-01T00:00:00.000000Z",
      renewTime: "2026-01-01T00:00:00.000000Z",
      leaseTransitions: 0,
    });
    expect(a.observation.holder).toBe("a");
  });

  it.each<[string, LeaseSpec, number]>([
    ["has no record", {}, 1],
    ["nobody holds", { ...others, holderIdentity: "" }, 5],
    ["was released just now", { ...others, holderIdentity: "", leaseDurationSeconds: 1 }, 5],
  ])("takes a lease at once that %s", async (_title, spec, transitions) => {
    const { candidacy: a, server } = candidacy();
    server.write(spec);
    expect(await a.tryAcquireOrRenew(signal)).toBeDefined();
    expect(server.verbs).toEqual(["get", "update"]);
    expect(server.lease?.spec).toMatchObject({
      holderIdentity: "a",
      leaseTransitions: transitions,
    });
  });

  // client-go trap: lease by other clocks
  it("waits for the duration in the record, from when it saw it, however old it says it is", async () => {
    const { candidacy: a, server, clock } = candidacy();
    server.write(others);
    expect(await a.tryAcquireOrRenew(signal)).toBeUndefined();
    expect(a.observation.holder).toBe("b");
    await clock.advance(2_999);
    expect(await a.tryAcquireOrRenew(signal)).toBeUndefined();
    await clock.advance(1);
    expect(await a.tryAcquireOrRenew(signal)).toBe(3_000);
    expect(server.verbs).toEqual(["get", "get", "get", "update"]);
    expect(server.lease?.spec).toMatchObject({
      holderIdentity: "a",
      leaseTransitions: 5,
      acquireTime: "2026-01-01T00:00:03.000000Z",
    });
  });

  it("waits anew for each sign of life, whatever time it names", async () => {
    const { candidacy: a, server, clock } = candidacy();
    server.write(others);
    await a.tryAcquireOrRenew(signal);
    await clock.advance(2_999);
    server.write({ ...others, renewTime: "2019-01-01T00:00:00.000000Z" });
    await a.tryAcquireOrRenew(signal);
    await clock.advance(2_999);
    expect(await a.tryAcquireOrRenew(signal)).toBeUndefined();
    await clock.advance(1);
    expect(await a.tryAcquireOrRenew(signal)).toBeDefined();
  });

  it("takes a lease whose holder put down no duration", async () => {
    const { candidacy: a, server } = candidacy();
    server.write({ holderIdentity: "b" });
    expect(await a.tryAcquireOrRenew(signal)).toBeDefined();
  });

  it("counts from when the record was read, and judges by when it began to read", async () => {
    const { candidacy: a, server, clock } = candidacy();
    server.write(others);
    server.reaction = async ({ nth }) => {
      if (nth !== 2) await clock.advance(2_000);
    };
    expect(await a.tryAcquireOrRenew(signal)).toBeUndefined();
    expect(a.observation.at).toBe(2_000);
    await clock.advance(2_999);
    expect(await a.tryAcquireOrRenew(signal)).toBeUndefined();
    // It has expired when the answer comes, but had not when it was asked for.
    expect(await a.tryAcquireOrRenew(signal)).toBeUndefined();
    expect(clock.monotonic()).toBe(6_999);
    expect(server.verbs).toEqual(["get", "get", "get"]);
    expect(await a.tryAcquireOrRenew(signal)).toBeDefined();
  });

  it("takes over at once what a process of the same identity had, as a renewal", async () => {
    const { candidacy: a, server } = candidacy();
    server.write({ ...others, holderIdentity: "a" });
    expect(await a.tryAcquireOrRenew(signal)).toBeDefined();
    expect(server.lease?.spec).toMatchObject({
      holderIdentity: "a",
      leaseTransitions: 4,
      acquireTime: others.acquireTime,
    });
  });

  it("renews its own with one request, and keeps acquireTime and transitions", async () => {
    const { candidacy: a, server, clock, metrics } = candidacy();
    await a.tryAcquireOrRenew(signal);
    await clock.advance(2_000);
    expect(await a.tryAcquireOrRenew(signal)).toBe(2_000);
    expect(server.verbs).toEqual(["get", "create", "update"]);
    expect(server.lease?.spec).toMatchObject({
      acquireTime: "2026-01-01T00:00:00.000000Z",
      renewTime: "2026-01-01T00:00:02.000000Z",
      leaseTransitions: 0,
    });
    expect(metrics.series()).toEqual([]);
  });

  it("reads first when its own has expired, since another may have taken it", async () => {
    const { candidacy: a, server, clock } = candidacy();
    await a.tryAcquireOrRenew(signal);
    await clock.advance(10_000);
    await a.tryAcquireOrRenew(signal);
    expect(server.verbs).toEqual(["get", "create", "get", "update"]);
  });

  it("finds on the slow path that another was faster", async () => {
    const { candidacy: a, server, errors, metrics } = candidacy();
    await a.tryAcquireOrRenew(signal);
    server.write(others);
    expect(await a.tryAcquireOrRenew(signal)).toBeUndefined();
    expect(server.verbs).toEqual(["get", "create", "update", "get"]);
    expect(a.observation.holder).toBe("b");
    expect(errors.map(({ source, level }) => `${level} ${source}`)).toEqual(["info update"]);
    expect(metrics.value('leader_election_slowpath_total{name="ns/lock"}')).toBe(1);
  });

  it("counts the lease from when the write was sent, not from its answer", async () => {
    const { candidacy: a, server, clock } = candidacy();
    server.reaction = async ({ verb }) => {
      if (verb === "create") await clock.advance(4_000);
    };
    expect(await a.tryAcquireOrRenew(signal)).toBe(0);
    expect(a.observation.at).toBe(0);
  });

  it("does not believe a write of its own whose answer was lost, until it reads it", async () => {
    const { candidacy: a, server, errors } = candidacy();
    server.reaction = ({ verb }) => {
      if (verb !== "create") return;
      server.write({ ...others, holderIdentity: "a" });
      throw new Error("socket hang up");
    };
    expect(await a.tryAcquireOrRenew(signal)).toBeUndefined();
    expect(a.observation.holder).toBe("");
    expect(await a.tryAcquireOrRenew(signal)).toBeDefined();
    expect(errors.map(({ message }) => message)).toEqual([
      "leader election on lease ns/lock: the lease could not be created: socket hang up",
    ]);
  });

  it.each([
    ["get", "the lease could not be read"],
    ["create", "the lease could not be created"],
  ] as const)("says what it needs when %s is forbidden", async (verb, what) => {
    const { candidacy: a, server, errors } = candidacy();
    server.reaction = (call) => {
      if (call.verb === verb) throw refusal({ code: 403, reason: "Forbidden" });
    };
    expect(await a.tryAcquireOrRenew(signal)).toBeUndefined();
    expect(errors.map(({ message }) => message)).toEqual([
      `leader election on lease ns/lock: ${what} (it needs the verbs get, create and update on leases of coordination.k8s.io): leases "lock": Forbidden`,
    ]);
  });
});

describe("release", () => {
  // client-go trap: lease of no seconds
  // client-go constant: released lease
  // client-go: TestReleaseLeaseLeases
  it("leaves a lease that nobody holds, for one second", async () => {
    const { candidacy: a, server, clock } = candidacy();
    server.write({ ...others, holderIdentity: "" });
    await a.tryAcquireOrRenew(signal);
    await clock.advance(1_000);
    await a.release(signal);
    expect(server.lease?.spec).toEqual({
      holderIdentity: "",
      leaseDurationSeconds: 1,
      acquireTime: "2026-01-01T00:00:01.000000Z",
      renewTime: "2026-01-01T00:00:01.000000Z",
      leaseTransitions: 5,
    });
    expect(a.observation.holder).toBe("");
  });

  // client-go trap: release blanks another's lease
  // client-go: TestReleaseMethodCallsGet
  it("reads first, and leaves alone what another holds", async () => {
    const { candidacy: a, server } = candidacy();
    await a.tryAcquireOrRenew(signal);
    server.write(others);
    await a.release(signal);
    expect(server.verbs).toEqual(["get", "create", "get"]);
    expect(server.lease?.spec?.holderIdentity).toBe("b");
  });

  // client-go trap: release meets a renewal
  // client-go: TestReleaseRetriesOnConflict
  it("tries again when a renewal of its own arrives in between", async () => {
    const { candidacy: a, server, errors } = candidacy();
    await a.tryAcquireOrRenew(signal);
    server.reaction = ({ verb, nth }) => {
      if (verb === "update" && nth === 1) server.write({ ...others, holderIdentity: "a" });
    };
    await a.release(signal);
    expect(server.verbs).toEqual(["get", "create", "get", "update", "get", "update"]);
    expect(server.lease?.spec?.holderIdentity).toBe("");
    expect(errors).toEqual([]);
  });

  it("gives up on a lease that changes again and again, and says so", async () => {
    const { candidacy: a, server, errors } = candidacy();
    await a.tryAcquireOrRenew(signal);
    server.reaction = ({ verb, nth }) => {
      if (verb === "update")
        server.write({ ...others, holderIdentity: "a", leaseTransitions: nth });
    };
    await a.release(signal);
    expect(server.verbs.filter((verb) => verb === "update")).toHaveLength(5);
    expect(errors.map(({ message }) => message)).toEqual([
      'leader election on lease ns/lock: the lease could not be released, others wait until it expires: leases "lock": Conflict',
    ]);
  });

  it("has nothing to do without a lease", async () => {
    const { candidacy: a, server, errors } = candidacy();
    await a.release(signal);
    expect(server.verbs).toEqual([]);
    await a.tryAcquireOrRenew(signal);
    server.lease = undefined;
    await a.release(signal);
    expect(a.observation.holder).toBe("");
    expect(errors).toEqual([]);
  });
});
