import type { Json } from "../harness/json.js";
import type { Topic } from "../harness/topic.js";

const lease = (spec: Json): Json => ({ metadata: { name: "a" }, spec });

export const leases: Topic = {
  name: "leases",
  cases: {
    "are managed but for the spec that all of them have": [
      { PUT: "leases/a?fieldManager=one", body: lease({}) },
      {
        PATCH: "leases/a?fieldManager=two",
        apply: { metadata: { name: "a", labels: { k: "v" } }, spec: {} },
      },
      { PATCH: "leases/a?fieldManager=three", json: [{ op: "remove", path: "/spec" }] },
      { PATCH: "leases/a?fieldManager=three", merge: { spec: null } },
      {
        PATCH: "leases/a?fieldManager=two",
        apply: { metadata: { name: "a", labels: { k: "v" } } },
      },
      { PATCH: "leases/a?fieldManager=two", apply: lease({ renewTime: "x" }) },
      { PATCH: "leases/a?fieldManager=two", merge: { spec: { holderIdentity: "me" } } },
      { PATCH: "leases/a?fieldManager=three", json: [{ op: "remove", path: "/spec" }] },
    ],
    "hold who leads": [
      {
        POST: "leases",
        body: lease({
          holderIdentity: "me",
          leaseDurationSeconds: 15,
          acquireTime: "2020-01-01T00:00:00.000000Z",
          renewTime: "2020-01-01T00:00:00.123456Z",
          leaseTransitions: 0,
        }),
      },
      {
        PUT: "leases/a",
        body: {
          metadata: { name: "a", resourceVersion: "$(rv:a)" },
          spec: { holderIdentity: "you", leaseDurationSeconds: 10, leaseTransitions: 1 },
        },
      },
      {
        PUT: "leases/a",
        body: { metadata: { name: "a", resourceVersion: "1" }, spec: { holderIdentity: "they" } },
      },
      { PUT: "leases/a", body: lease({}) },
      { PATCH: "leases/a", merge: { spec: { renewTime: "2020-01-01T00:00:00Z" } } },
      { PATCH: "leases/a", merge: { spec: { renewTime: "2020-01-01T00:00:00.1Z" } } },
      { PATCH: "leases/a", merge: { spec: { renewTime: "2020-01-01T02:00:00.123456789+02:00" } } },
      { PATCH: "leases/a", merge: { spec: { renewTime: null } } },
      {
        PATCH: "leases/a?fieldManager=one",
        apply: { metadata: { name: "a" }, spec: { holderIdentity: "applied" } },
      },
      { DELETE: "leases/a" },
    ],
    "are checked": [
      ...[
        { leaseDurationSeconds: 0 },
        { leaseDurationSeconds: -1 },
        { leaseTransitions: -1 },
        { holderIdentity: "" },
        { renewTime: "yesterday" },
        { renewTime: "2020-01-01" },
        { leaseDurationSeconds: "15" },
        { holderIdentity: 7 },
        { leaseDurationSeconds: 2147483648 },
        { strategy: "Other" },
        { preferredHolder: "x" },
        { strategy: "OldestEmulationVersion", preferredHolder: "x" },
        { unknown: 1 },
      ].map((spec) => ({ POST: "leases?dryRun=All", body: lease(spec) })),
      { POST: "leases", body: { metadata: { name: "no-spec" } } },
      {
        PUT: "leases/made",
        body: { metadata: { name: "made" }, spec: { leaseDurationSeconds: 0 } },
      },
      { PUT: "leases/made", body: { metadata: { name: "made", resourceVersion: "5" } } },
      {
        PUT: "leases/made",
        body: { metadata: { name: "made", uid: "11111111-2222-3333-4444-555555555555" } },
      },
      { PUT: "leases/Bad", body: { metadata: { name: "Bad" } } },
    ],
  },
};
