import type { Topic } from "../harness/topic.js";
import { gadgets, planets, widgets } from "./widgets.js";

export const create: Topic = {
  name: "create",
  definitions: [widgets, gadgets, planets],
  cases: {
    "fills in uid, creationTimestamp, generation, resourceVersion and defaults": [
      { POST: "widgets", body: { metadata: { name: "a" }, spec: { size: 1 } } },
      { GET: "widgets/a" },
      {
        POST: "widgets",
        body: { metadata: { name: "b", labels: { app: "x" }, annotations: { note: "y" } } },
      },
    ],
    "takes the name once": [
      { POST: "widgets", body: { metadata: { name: "a" } } },
      { POST: "widgets", body: { metadata: { name: "a" } } },
      { POST: "widgets", body: { metadata: { name: "a" }, spec: { size: 1000 } } },
    ],
    "drops status where it is a subresource, keeps it where it is not": [
      {
        POST: "widgets",
        body: { metadata: { name: "a" }, spec: { size: 1 }, status: { phase: "Ready" } },
      },
      {
        POST: "gadgets",
        body: { metadata: { name: "a" }, spec: { size: 1 }, status: { phase: "Ready" } },
      },
      { POST: "gadgets", body: { metadata: { name: "b" } } },
    ],
    "overwrites what only the server sets": [
      {
        POST: "widgets",
        body: {
          metadata: {
            name: "a",
            uid: "11111111-2222-3333-4444-555555555555",
            creationTimestamp: "2001-01-01T00:00:00Z",
            deletionTimestamp: "2001-01-01T00:00:00Z",
            deletionGracePeriodSeconds: 5,
            generation: 7,
            selfLink: "/somewhere",
          },
        },
      },
      { POST: "gadgets", body: { metadata: { name: "a", generation: 7, selfLink: "/x" } } },
    ],
    "refuses a resourceVersion": [
      { POST: "widgets", body: { metadata: { name: "a", resourceVersion: "1" } } },
      { POST: "widgets", body: { metadata: { name: "a", resourceVersion: "" } } },
      { POST: "configmaps", body: { metadata: { name: "a", resourceVersion: "1" } } },
    ],
    "generates names": [
      { POST: "widgets", body: { metadata: { generateName: "gen-" } } },
      { GET: "widgets/$(name)" },
      { POST: "widgets", body: { metadata: { generateName: "gen-" } } },
      { POST: "widgets", body: { metadata: { generateName: "gen-", name: "given" } } },
      { POST: "configmaps", body: { metadata: { generateName: "x." } } },
      { POST: "widgets", body: { metadata: { generateName: "Bad_" } } },
      { POST: "widgets", body: { metadata: { generateName: "x".repeat(60) } } },
      { POST: "widgets", body: { metadata: { generateName: "", name: "" } } },
    ],
    "needs a name": [
      { POST: "widgets", body: {} },
      { POST: "widgets", body: { metadata: {} } },
      { POST: "widgets", body: { metadata: null } },
      { POST: "configmaps", body: {} },
      { POST: "planets", body: {} },
    ],
    "checks names": [
      ...[
        "Upper",
        "under_score",
        "-dash",
        "dash-",
        "a..b",
        "a b",
        "ä",
        ".",
        "..",
        "a/b",
        "a%b",
        "x".repeat(254),
      ].map((name) => ({ POST: "widgets", body: { metadata: { name } } })),
      { POST: "widgets", body: { metadata: { name: "x".repeat(253) } } },
      { POST: "widgets", body: { metadata: { name: "1.2.3" } } },
      { POST: "configmaps", body: { metadata: { name: "Upper" } } },
      { POST: "widgets", body: { metadata: { name: 7 } } },
      { POST: "widgets", body: { metadata: { name: null } } },
    ],
    "checks labels, annotations, finalizers and owners": [
      { POST: "widgets", body: { metadata: { name: "a", labels: { "bad key": "v" } } } },
      { POST: "widgets", body: { metadata: { name: "a", labels: { good: "bad value!" } } } },
      {
        POST: "widgets",
        body: { metadata: { name: "a", labels: { ["x".repeat(64)]: "y".repeat(64) } } },
      },
      {
        POST: "widgets",
        body: { metadata: { name: "a", labels: { "Prefix_/x": "v", "/x": "v", "a/b/c": "v" } } },
      },
      {
        POST: "widgets",
        body: { metadata: { name: "a", annotations: { "bad key": "any thing!" } } },
      },
      { POST: "widgets", body: { metadata: { name: "a", annotations: { Upper: "is fine" } } } },
      {
        POST: "widgets",
        body: { metadata: { name: "b", annotations: { big: "x".repeat(262_144) } } },
      },
      { POST: "widgets", body: { metadata: { name: "c", finalizers: ["unqualified"] } } },
      { POST: "widgets", body: { metadata: { name: "d", finalizers: ["bad name"] } } },
      {
        POST: "widgets",
        body: { metadata: { name: "d", finalizers: ["example.com/x", "example.com/x"] } },
      },
      { POST: "widgets", body: { metadata: { name: "e", ownerReferences: [{}] } } },
      {
        POST: "widgets",
        body: {
          metadata: {
            name: "f",
            ownerReferences: ["a", "b"].map((name) => ({
              apiVersion: "v1",
              kind: "ConfigMap",
              name,
              uid: `u-$(name)`,
              controller: true,
            })),
          },
        },
      },
      {
        POST: "widgets",
        body: {
          metadata: {
            name: "g",
            ownerReferences: [
              { apiVersion: "v1", kind: "Event", name: "x", uid: "u" },
              { apiVersion: "/", kind: "", name: "", uid: "" },
            ],
          },
        },
      },
      { POST: "widgets", body: { metadata: { name: "h", labels: { app: 7 } } } },
      { POST: "widgets", body: { metadata: { name: "h", labels: ["app"] } } },
      {
        POST: "widgets",
        body: { metadata: { name: "h", labels: null, annotations: null, finalizers: null } },
      },
      {
        POST: "widgets",
        body: {
          metadata: { name: "i", labels: {}, annotations: {}, finalizers: [], ownerReferences: [] },
        },
      },
      { POST: "widgets", body: { metadata: { name: "j", unknown: 1, clusterName: "x" } } },
    ],
    "wants the namespace of the path": [
      { POST: "widgets", body: { metadata: { name: "a", namespace: "$(ns)" } } },
      { POST: "widgets", body: { metadata: { name: "b", namespace: "other" } } },
      { POST: "configmaps", body: { metadata: { name: "b", namespace: "other" } } },
      { POST: "planets", body: { metadata: { name: "p-$(token)", namespace: "other" } } },
      {
        POST: "/apis/$(group)/v1/namespaces/missing-$(token)/widgets",
        body: { apiVersion: "$(group)/v1", kind: "Widget", metadata: { name: "a" } },
      },
      {
        POST: "/apis/$(group)/v1/widgets",
        body: { apiVersion: "$(group)/v1", kind: "Widget", metadata: { name: "a" } },
      },
      {
        POST: "/apis/$(group)/v1/widgets",
        body: {
          apiVersion: "$(group)/v1",
          kind: "Widget",
          metadata: { name: "a", namespace: "$(ns)" },
        },
      },
      {
        POST: "/apis/$(group)/v1/namespaces/$(ns)/planets",
        body: { apiVersion: "$(group)/v1", kind: "Planet", metadata: { name: "a" } },
      },
      { POST: "planets", body: { metadata: { name: "p-$(token)" }, spec: { size: 3 } } },
      { GET: "planets/p-$(token)" },
    ],
    "wants the apiVersion and kind of the path": [
      {
        POST: "widgets",
        body: { apiVersion: "$(group)/v2", kind: "Widget", metadata: { name: "a" } },
      },
      {
        POST: "widgets",
        body: { apiVersion: "$(group)/v1", kind: "Gadget", metadata: { name: "a" } },
      },
      {
        POST: "widgets",
        body: { apiVersion: "other/v1", kind: "Widget", metadata: { name: "a" } },
      },
      { POST: "widgets", text: '{"metadata":{"name":"a"}}' },
      { POST: "widgets", text: '{"kind":"Widget","metadata":{"name":"a"}}' },
      { POST: "widgets", text: '{"apiVersion":"$(group)/v1","metadata":{"name":"a"}}' },
      { POST: "configmaps", text: '{"metadata":{"name":"a"}}' },
      { POST: "configmaps", text: '{"kind":"ConfigMap","metadata":{"name":"b"}}' },
      { POST: "configmaps", text: '{"apiVersion":"v1","metadata":{"name":"c"}}' },
      { POST: "configmaps", text: '{"apiVersion":"v1","kind":"Secret","metadata":{"name":"d"}}' },
      {
        POST: "configmaps",
        text: '{"apiVersion":"v2","kind":"ConfigMap","metadata":{"name":"d"}}',
      },
    ],
    "refuses a name in the path": [
      { POST: "widgets/a", body: { metadata: { name: "a" } } },
      { POST: "widgets/a/status", body: { metadata: { name: "a" } } },
      { POST: "configmaps/a", body: { metadata: { name: "a" } } },
    ],
    "keeps integers beyond 2^53 and key order of no meaning": [
      {
        POST: "gadgets",
        body: {
          metadata: { name: "a" },
          spec: { big: 9007199254740993n, negative: -9007199254740993n },
        },
      },
      { GET: "gadgets/a" },
      {
        POST: "gadgets",
        text: '{"apiVersion":"$(group)/v1","kind":"Gadget","metadata":{"name":"b"},"float":1.0,"exp":1e3,"tiny":1e-7,"huge":1e300,"beyond":18446744073709551616,"null":null,"empty":{},"list":[]}',
      },
      {
        POST: "gadgets",
        text: '{"apiVersion":"$(group)/v1","kind":"Gadget","metadata":{"name":"c"},"__proto__":{"a":1},"constructor":"x","toString":1}',
      },
      { GET: "gadgets/c" },
    ],
  },
};
