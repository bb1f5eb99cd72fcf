import type { Json, JsonObject } from "../harness/json.js";
import type { Step, Topic } from "../harness/topic.js";
import { named, widgets } from "./widgets.js";

const a = named("a");
const scaled = (replicas: number): Json => ({
  apiVersion: "autoscaling/v1",
  kind: "Scale",
  metadata: { name: "a", namespace: "$(ns)" },
  spec: { replicas },
});
const nothing: Step = { PATCH: "widgets/a?fieldManager=nobody", merge: {} };

/** Applies metadata, and then changes nothing twice. */
const applied = (metadata: JsonObject): readonly Step[] => [
  {
    PATCH: "widgets/a?fieldManager=one",
    apply: { metadata: { name: "a", ...metadata }, spec: { size: 1 } },
  },
  nothing,
  nothing,
  { DELETE: "widgets/a" },
];

export const noOps: Topic = {
  name: "no-ops",
  definitions: [widgets],
  cases: {
    "write after an apply whose metadata reads otherwise": [
      ...applied({ finalizers: [] }),
      ...applied({ labels: {} }),
      ...applied({ annotations: null }),
      ...applied({ ownerReferences: [] }),
      ...applied({ labels: { k: null } }),
      ...applied({ labels: { k: "v" } }),
    ],
    "write what is applied as it is given": [
      { POST: "widgets", body: a({ spec: { size: 1 } }) },
      { PATCH: "widgets/a?fieldManager=one", apply: a({ spec: { size: 1 } }) },
      {
        PATCH: "widgets/a?fieldManager=one",
        apply: { metadata: { name: "a", labels: {} }, spec: { size: 1 } },
      },
      { PATCH: "widgets/a/status?fieldManager=two", merge: { status: {} } },
      { PATCH: "widgets/a/status?fieldManager=two", merge: { status: {} } },
      {
        PATCH: "widgets/a/status?fieldManager=two",
        apply: { metadata: { name: "a", finalizers: [] }, status: {} },
      },
      nothing,
    ],
    "write after a scale what defaults have added": [
      { POST: "widgets", body: a() },
      { PATCH: "widgets/a/scale?fieldManager=one", merge: { spec: { replicas: 2 } } },
      nothing,
      nothing,
      { PATCH: "widgets/a/scale?fieldManager=one", merge: { spec: { replicas: 2 } } },
      nothing,
    ],
    "write one of two entries of a manager": [
      { POST: "widgets?fieldManager=one", body: a({ spec: { replicas: 1 } }) },
      { PUT: "widgets/a/scale?fieldManager=two", body: scaled(1) },
      { GET: "widgets/a" },
      nothing,
    ],
    "of a scale write who owns the replicas": [
      { POST: "widgets?fieldManager=one", body: a({ spec: { replicas: 1 } }) },
      { PUT: "widgets/a/scale?fieldManager=two", body: scaled(1) },
      { GET: "widgets/a" },
      { PUT: "widgets/a/scale?fieldManager=two", body: scaled(1) },
      { PUT: "widgets/a/scale?fieldManager=two", body: scaled(1) },
      { GET: "widgets/a" },
    ],
  },
};
