import { expect, it } from "vitest";
import {
  type EventInput,
  isAlreadyExists,
  isConflict,
  isNotFound,
  type LeaderElectionRecord,
  LeaseLock,
  type LeaseLockOptions,
  leaderElectionRecordToLeaseSpec,
  leaseSpecToLeaderElectionRecord,
} from "../../src/index.js";
import { LeaseServer } from "./lease-server.js";

const record: LeaderElectionRecord = {
  holderIdentity: "me",
  leaseDurationSeconds: 15,
  acquireTime: "2026-01-01T00:00:00.000001Z",
  renewTime: "2026-01-01T00:00:02.000002Z",
  leaderTransitions: 1,
  strategy: "OldestEmulationVersion",
  preferredHolder: "you",
};

function leaseLock(options: Partial<LeaseLockOptions> = {}): {
  readonly lock: LeaseLock;
  readonly server: LeaseServer;
} {
  const server = new LeaseServer();
  const lock = new LeaseLock({
    client: server,
    namespace: "ns",
    name: "lock",
    identity: "me",
    ...options,
  });
  return { lock, server };
}

// client-go: TestGetError
it("rejects with NotFound where there is no lease", async () => {
  const { lock } = leaseLock();
  await expect(lock.get()).rejects.toSatisfy(isNotFound);
});

// client-go: TestGet
it("reads what it has created", async () => {
  const { lock } = leaseLock();
  await lock.create({ record });
  expect(await lock.get()).toEqual(record);
});

// client-go: TestCreateError
it("rejects with AlreadyExists when another was first", async () => {
  const { lock } = leaseLock();
  await lock.create({ record });
  await expect(lock.create({ record })).rejects.toSatisfy(isAlreadyExists);
});

// client-go: TestUpdateError
it("does not update what it has not seen, and says which lease", async () => {
  const { lock, server } = leaseLock();
  await expect(lock.update({ record })).rejects.toThrow(
    "lease ns/lock cannot be updated: get or create it first",
  );
  expect(server.verbs).toEqual([]);
});

it("updates the state alone that it saw last", async () => {
  const { lock, server } = leaseLock();
  await lock.create({ record });
  server.write({ holderIdentity: "you" });
  await expect(lock.update({ record })).rejects.toSatisfy(isConflict);
  await lock.get();
  await lock.update({ record });
  await lock.update({ record: { ...record, leaderTransitions: 2 } });
  expect(server.lease?.spec?.leaseTransitions).toBe(2);
});

it.each(["get", "update"] as const)(
  "does not start from the answer to a %s that was given up",
  async (verb) => {
    const { lock, server } = leaseLock();
    await lock.create({ record });
    const call = new AbortController();
    const { signal } = call;
    // A client that does not heed signals.
    server[verb] = async () => {
      call.abort();
      return { metadata: { name: "lock", resourceVersion: "2" } };
    };
    const given = verb === "get" ? lock.get({ signal }) : lock.update({ record, signal });
    await expect(given).rejects.toBe(signal.reason);
    server.update = async (lease) => server.updateNow(lease);
    server.write({ holderIdentity: "you" });
    await expect(lock.update({ record })).rejects.toSatisfy(isConflict);
  },
);

// client-go: TestDescribe
it("is described by namespace and name", () => {
  expect(leaseLock().lock.describe()).toBe("ns/lock");
});

// client-go: TestRecordEventSuccess
it("tells of itself in events that regard the lease", async () => {
  const events: EventInput[] = [];
  const { lock, server } = leaseLock({
    eventRecorder: { event: (event) => void events.push(event) },
  });
  await lock.create({ record });
  lock.recordEvent("became leader");
  expect(events).toEqual([
    {
      regarding: { ...server.lease, apiVersion: "coordination.k8s.io/v1", kind: "Lease" },
      type: "Normal",
      reason: "LeaderElection",
      note: "me became leader",
    },
  ]);
});

it("tells of itself before it has seen the lease", () => {
  const events: EventInput[] = [];
  const { lock } = leaseLock({ eventRecorder: { event: (event) => void events.push(event) } });
  lock.recordEvent("became leader");
  expect(events[0]?.regarding).toEqual({
    apiVersion: "coordination.k8s.io/v1",
    kind: "Lease",
    metadata: { namespace: "ns", name: "lock" },
  });
});

// client-go: TestRecordEventNilRecorder
it("needs no recorder", async () => {
  const { lock } = leaseLock();
  await lock.create({ record });
  expect(() => lock.recordEvent("became leader")).not.toThrow();
});

// client-go: TestLeaseConversion
// client-go: TestLeaseSpecToLeaderElectionRecordRoundTrip
it("turns records into specs and back without loss", () => {
  const spec = leaderElectionRecordToLeaseSpec(record);
  expect(spec).toEqual({
    holderIdentity: "me",
    leaseDurationSeconds: 15,
    acquireTime: "2026-01-01T00:00:00.000001Z",
    renewTime: "2026-01-01T00:00:02.000002Z",
    leaseTransitions: 1,
    strategy: "OldestEmulationVersion",
    preferredHolder: "you",
  });
  expect(leaseSpecToLeaderElectionRecord(spec)).toEqual(record);
});

it.each([undefined, null, {}])("reads a lease with spec %s as one that nobody holds", (spec) => {
  const empty = leaseSpecToLeaderElectionRecord(spec);
  expect(empty).toEqual({
    holderIdentity: "",
    leaseDurationSeconds: 0,
    acquireTime: "",
    renewTime: "",
    leaderTransitions: 0,
  });
  expect(leaderElectionRecordToLeaseSpec(empty)).toEqual({
    holderIdentity: "",
    leaseDurationSeconds: 0,
    leaseTransitions: 0,
  });
});

// client-go: TestUpdateWithNilLabelsOnLease
it("sets its labels on a lease without any", async () => {
  const { lock, server } = leaseLock({ labels: { app: "db" } });
  server.write({});
  await lock.get();
  await lock.update({ record });
  expect(server.lease?.metadata.labels).toEqual({ app: "db" });
});

// client-go: TestUpdateWithNilLabelsOnLeaseLock
it("leaves the labels of the lease when it has none itself", async () => {
  const { lock, server } = leaseLock();
  server.lease = { metadata: { name: "lock", resourceVersion: "9", labels: { app: "db" } } };
  await lock.get();
  await lock.update({ record });
  expect(server.lease?.metadata.labels).toEqual({ app: "db" });
});

// client-go: TestLabelUpdate
it("sets its own labels again with each write, and leaves those of others", async () => {
  const { lock, server } = leaseLock({ labels: { app: "db" } });
  await lock.create({ record });
  expect(server.lease?.metadata.labels).toEqual({ app: "db" });
  server.lease = {
    ...server.lease,
    metadata: { ...server.lease?.metadata, labels: { app: "changed", team: "orders" } },
  };
  await lock.get();
  await lock.update({ record });
  expect(server.lease?.metadata.labels).toEqual({ app: "db", team: "orders" });
});
