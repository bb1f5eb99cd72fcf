import type { Topic } from "../harness/topic.js";
import { gadgets, named, planets, widgets } from "./widgets.js";

const a = named("a");

export const update: Topic = {
  name: "update",
  definitions: [widgets, gadgets, planets],
  cases: {
    "replaces, and increments generation on changes outside metadata alone": [
      { POST: "widgets", body: a({ spec: { size: 1, color: "blue" } }) },
      {
        PUT: "widgets/a",
        body: { metadata: { name: "a", resourceVersion: "$(rv:a)" }, spec: { size: 2 } },
      },
      {
        PUT: "widgets/a",
        body: {
          metadata: { name: "a", resourceVersion: "$(rv:a)", labels: { app: "x" } },
          spec: { size: 2 },
        },
      },
      {
        PUT: "widgets/a",
        body: { metadata: { name: "a", resourceVersion: "$(rv:a)" }, spec: { size: 2 } },
      },
      {
        PUT: "widgets/a",
        body: {
          metadata: { name: "a", resourceVersion: "$(rv:a)", generation: 99 },
          spec: { size: 2 },
        },
      },
      { PUT: "widgets/a", body: { metadata: { name: "a", resourceVersion: "$(rv:a)" } } },
    ],
    "increments generation for status without a subresource": [
      { POST: "gadgets", body: a({ spec: { x: 1 } }) },
      {
        PUT: "gadgets/a",
        body: {
          metadata: { name: "a", resourceVersion: "$(rv:a)" },
          spec: { x: 1 },
          status: { phase: "Ready" },
        },
      },
      {
        PUT: "gadgets/a",
        body: {
          metadata: { name: "a", resourceVersion: "$(rv:a)" },
          spec: { x: 1 },
          status: { phase: "Ready" },
          other: true,
        },
      },
    ],
    "writes nothing when nothing changes": [
      { POST: "widgets", body: a({ spec: { size: 1 } }) },
      {
        PUT: "widgets/a",
        body: { metadata: { name: "a", resourceVersion: "$(rv:a)" }, spec: { size: 1 } },
      },
      {
        PUT: "widgets/a",
        body: {
          metadata: { name: "a", resourceVersion: "$(rv:a)" },
          spec: { size: 1, pruned: true },
        },
      },
      {
        PUT: "widgets/a",
        body: {
          metadata: { name: "a", resourceVersion: "$(rv:a)" },
          spec: { size: 1 },
          status: { phase: "ignored" },
        },
      },
      {
        PUT: "widgets/a?fieldManager=other",
        body: { metadata: { name: "a", resourceVersion: "$(rv:a)" }, spec: { size: 1 } },
      },
      { POST: "configmaps", body: a({ data: { k: "v" } }) },
      { PUT: "configmaps/a", body: a({ data: { k: "v" } }) },
    ],
    "needs a resourceVersion for a custom resource": [
      { POST: "widgets", body: a({ spec: { size: 1 } }) },
      { PUT: "widgets/a", body: a({ spec: { size: 2 } }) },
      {
        PUT: "widgets/a",
        body: { metadata: { name: "a", resourceVersion: "" }, spec: { size: 2 } },
      },
      {
        PUT: "widgets/a",
        body: { metadata: { name: "a", resourceVersion: "0" }, spec: { size: 2 } },
      },
      {
        PUT: "widgets/a",
        body: { metadata: { name: "a", resourceVersion: "abc" }, spec: { size: 2 } },
      },
      {
        PUT: "widgets/a",
        body: { metadata: { name: "a", resourceVersion: "-1" }, spec: { size: 2 } },
      },
      {
        PUT: "widgets/a",
        body: { metadata: { name: "a", resourceVersion: 7 }, spec: { size: 2 } },
      },
    ],
    "does without one for built-in resources": [
      { POST: "configmaps", body: a({ data: { k: "v" } }) },
      { PUT: "configmaps/a", body: a({ data: { k: "w" } }) },
      {
        PUT: "configmaps/a",
        body: { metadata: { name: "a", resourceVersion: "1" }, data: { k: "x" } },
      },
      { POST: "secrets", body: a({ stringData: { k: "v" } }) },
      { PUT: "secrets/a", body: a({ stringData: { k: "w" } }) },
      {
        PUT: "leases/created-by-put",
        body: named("created-by-put")({ spec: { holderIdentity: "me" } }),
      },
      {
        PUT: "leases/created-by-put",
        body: named("created-by-put")({ spec: { holderIdentity: "you" } }),
      },
      { PUT: "configmaps/missing", body: named("missing")({ data: {} }) },
      { PUT: "events/missing", body: named("missing")({ involvedObject: { namespace: "$(ns)" } }) },
    ],
    "refuses an old resourceVersion": [
      { POST: "widgets", body: a({ spec: { size: 1 } }), save: "old" },
      {
        PUT: "widgets/a",
        body: { metadata: { name: "a", resourceVersion: "$(old)" }, spec: { size: 2 } },
      },
      {
        PUT: "widgets/a",
        body: { metadata: { name: "a", resourceVersion: "$(old)" }, spec: { size: 3 } },
      },
      {
        PUT: "widgets/a",
        body: { metadata: { name: "a", resourceVersion: "1000000000" }, spec: { size: 3 } },
      },
      {
        PUT: "widgets/a/status",
        body: { metadata: { name: "a", resourceVersion: "$(old)" }, status: { phase: "x" } },
      },
      {
        PUT: "widgets/a",
        body: { metadata: { name: "a", resourceVersion: "$(old)" }, spec: { size: 1000 } },
      },
    ],
    "refuses another uid": [
      { POST: "widgets", body: a({ spec: { size: 1 } }) },
      {
        PUT: "widgets/a",
        body: {
          metadata: {
            name: "a",
            resourceVersion: "$(rv:a)",
            uid: "11111111-2222-3333-4444-555555555555",
          },
          spec: { size: 2 },
        },
      },
      {
        PUT: "widgets/a",
        body: {
          metadata: { name: "a", resourceVersion: "$(rv:a)", uid: "$(uid:a)" },
          spec: { size: 2 },
        },
      },
      { POST: "configmaps", body: named("c")() },
      {
        PUT: "configmaps/c",
        body: { metadata: { name: "c", uid: "11111111-2222-3333-4444-555555555555" } },
      },
    ],
    "keeps or refuses what is immutable in metadata": [
      { POST: "widgets", body: a({ spec: { size: 1 } }) },
      {
        PUT: "widgets/a",
        body: {
          metadata: {
            name: "a",
            resourceVersion: "$(rv:a)",
            creationTimestamp: "2001-01-01T00:00:00Z",
          },
          spec: { size: 2 },
        },
      },
      {
        PUT: "widgets/a",
        body: {
          metadata: {
            name: "a",
            resourceVersion: "$(rv:a)",
            deletionTimestamp: "2001-01-01T00:00:00Z",
          },
          spec: { size: 2 },
        },
      },
      {
        PUT: "widgets/a",
        body: {
          metadata: { name: "a", resourceVersion: "$(rv:a)", deletionGracePeriodSeconds: 3 },
          spec: { size: 2 },
        },
      },
      {
        PUT: "widgets/a",
        body: {
          metadata: { name: "a", resourceVersion: "$(rv:a)", generateName: "g-", selfLink: "/x" },
          spec: { size: 2 },
        },
      },
      {
        PUT: "widgets/a",
        body: {
          metadata: { name: "a", resourceVersion: "$(rv:a)", labels: { "bad key": "x" } },
          spec: { size: 3 },
        },
      },
      {
        PUT: "widgets/a",
        body: {
          metadata: {
            name: "a",
            resourceVersion: "$(rv:a)",
            finalizers: ["bad name"],
            ownerReferences: [{}],
          },
          spec: { size: 3 },
        },
      },
      { POST: "configmaps", body: named("c")({ immutable: true, data: { k: "v" } }) },
      { PUT: "configmaps/c", body: named("c")({ immutable: true, data: { k: "w" } }) },
      { PUT: "configmaps/c", body: named("c")({ data: { k: "v" } }) },
      {
        PUT: "configmaps/c",
        body: { metadata: { name: "c", labels: { x: "y" } }, immutable: true, data: { k: "v" } },
      },
    ],
    "wants the name and namespace of the path": [
      { POST: "widgets", body: a() },
      { PUT: "widgets/a", body: { metadata: { name: "b", resourceVersion: "$(rv:a)" } } },
      { PUT: "widgets/a", body: { metadata: { resourceVersion: "$(rv:a)" } } },
      {
        PUT: "widgets/a",
        body: { metadata: { name: "a", namespace: "other", resourceVersion: "$(rv:a)" } },
      },
      { PUT: "widgets/a", body: {} },
      {
        PUT: "widgets/a",
        text: '{"apiVersion":"$(group)/v2","kind":"Widget","metadata":{"name":"a"}}',
      },
      {
        PUT: "widgets/a",
        text: '{"apiVersion":"$(group)/v1","kind":"Gadget","metadata":{"name":"a"}}',
      },
      { PUT: "widgets/a", text: '{"metadata":{"name":"a"}}' },
      { PUT: "configmaps/a", body: {} },
      { PUT: "configmaps/a", text: '{"metadata":{"name":"a"}}' },
      { PUT: "widgets", body: a() },
      { PUT: "/apis/$(group)/v1/widgets/a", body: a() },
    ],
    "answers 404 for what is not there": [
      { PUT: "widgets/a", body: { metadata: { name: "a", resourceVersion: "5" } } },
      { PUT: "widgets/a", body: a() },
      {
        PUT: "widgets/a",
        body: {
          metadata: {
            name: "a",
            uid: "11111111-2222-3333-4444-555555555555",
            resourceVersion: "5",
          },
        },
      },
      { PUT: "widgets/a/status", body: { metadata: { name: "a", resourceVersion: "5" } } },
      {
        PUT: "widgets/a",
        body: { metadata: { name: "a", resourceVersion: "5" }, spec: { size: 1000 } },
      },
      { PUT: "planets/missing-$(token)", body: named("missing-$(token)")() },
    ],
    "prunes and defaults": [
      { POST: "widgets", body: a({ spec: { size: 1, color: "blue" } }) },
      {
        PUT: "widgets/a",
        body: {
          metadata: { name: "a", resourceVersion: "$(rv:a)" },
          spec: { size: 1, unknown: 1, color: null },
        },
      },
      { PUT: "widgets/a", body: { metadata: { name: "a", resourceVersion: "$(rv:a)" }, spec: {} } },
      {
        PUT: "widgets/a",
        body: { metadata: { name: "a", resourceVersion: "$(rv:a)" }, spec: null },
      },
      {
        PUT: "widgets/a",
        body: { metadata: { name: "a", resourceVersion: "$(rv:a)" }, spec: "text" },
      },
      {
        PUT: "widgets/a",
        body: {
          metadata: { name: "a", resourceVersion: "$(rv:a)" },
          spec: { size: "1", note: "x".repeat(11), tags: ["a", 1] },
        },
      },
    ],
  },
};
