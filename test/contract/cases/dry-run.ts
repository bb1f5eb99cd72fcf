import type { Topic } from "../harness/topic.js";
import { gadgets, named, widgets } from "./widgets.js";

const a = named("a");

const cleanup = { GET: "widgets" } as const;

export const dryRun: Topic = {
  name: "dry-run",
  definitions: [widgets, gadgets],
  cases: {
    "writes nothing": [
      { POST: "widgets?dryRun=All", body: a({ spec: { size: 1 } }) },
      cleanup,
      { POST: "widgets", body: a({ spec: { size: 1 } }) },
      { POST: "widgets?dryRun=All", body: a() },
      {
        PUT: "widgets/a?dryRun=All",
        body: { metadata: { name: "a", resourceVersion: "$(rv:a)" }, spec: { size: 2 } },
      },
      { PATCH: "widgets/a?dryRun=All", merge: { spec: { size: 3 } } },
      {
        PATCH: "widgets/a?dryRun=All&fieldManager=one",
        apply: a({ spec: { size: 1, note: "x" } }),
      },
      { PATCH: "widgets/b?dryRun=All&fieldManager=one", apply: named("b")({ spec: { size: 1 } }) },
      { PATCH: "widgets/a/status?dryRun=All", merge: { status: { phase: "x" } } },
      { DELETE: "widgets/a?dryRun=All" },
      { DELETE: "widgets?dryRun=All" },
      { PUT: "leases/none?dryRun=All", body: named("none")() },
      { GET: "leases/none" },
      cleanup,
    ],
    "answers the resourceVersion that was given": [
      { POST: "leases", body: a() },
      { PUT: "leases/b?dryRun=All", body: { metadata: { name: "b", resourceVersion: "$(rv:a)" } } },
      { PUT: "leases/b?dryRun=All", body: { metadata: { name: "b", resourceVersion: "x" } } },
      { PUT: "leases/b", body: { metadata: { name: "b", resourceVersion: "x" } } },
      {
        PATCH: "widgets/b?dryRun=All&fieldManager=one",
        apply: { metadata: { name: "b", resourceVersion: "$(rv:a)" } },
      },
      { POST: "widgets?dryRun=All", body: { metadata: { name: "b", resourceVersion: "$(rv:a)" } } },
      { PUT: "leases/b", body: { metadata: { name: "b", resourceVersion: "$(rv:a)" } } },
    ],
    "is checked like the real thing": [
      { POST: "widgets?dryRun=All", body: a({ spec: { size: 1000 } }) },
      { POST: "widgets", body: a() },
      { PUT: "widgets/a?dryRun=All", body: { metadata: { name: "a", resourceVersion: "1" } } },
      {
        PUT: "widgets/none?dryRun=All",
        body: { metadata: { name: "none", resourceVersion: "1" } },
      },
      { DELETE: "widgets/none?dryRun=All" },
      { POST: "widgets?dryRun=All", body: { metadata: { generateName: "gen-" } } },
      { POST: "configmaps?dryRun=All", body: named("c")({ data: { k: "v" } }) },
      { DELETE: "configmaps/c?dryRun=All" },
    ],
    "has one value": [
      { POST: "widgets?dryRun=", body: a() },
      { POST: "widgets?dryRun=all", body: named("b")() },
      { POST: "widgets?dryRun=All&dryRun=All", body: named("b")() },
      { POST: "widgets?dryRun=All&dryRun=Some", body: named("b")() },
      { PATCH: "widgets/a?dryRun=true", merge: {} },
      { PUT: "widgets/a?dryRun=true", body: a() },
      cleanup,
    ],
  },
};
