import type { Definition, Topic } from "../harness/topic.js";
import { gadgets, named, widgets } from "./widgets.js";

const a = named("a");

/** Each kind of list and map that server-side apply merges in its own way. */
const lists: Definition = {
  plural: "topologies",
  kind: "Topology",
  schema: {
    type: "object",
    properties: {
      spec: {
        type: "object",
        properties: {
          atomic: { type: "array", items: { type: "string" } },
          set: { type: "array", "x-kubernetes-list-type": "set", items: { type: "string" } },
          map: {
            type: "array",
            "x-kubernetes-list-type": "map",
            "x-kubernetes-list-map-keys": ["name"],
            items: {
              type: "object",
              required: ["name"],
              properties: {
                name: { type: "string" },
                value: { type: "string" },
                deep: {
                  type: "object",
                  properties: { x: { type: "integer" }, y: { type: "integer" } },
                },
              },
            },
          },
          ports: {
            type: "array",
            "x-kubernetes-list-type": "map",
            "x-kubernetes-list-map-keys": ["port", "protocol"],
            items: {
              type: "object",
              required: ["port"],
              properties: {
                port: { type: "integer" },
                protocol: { type: "string", default: "TCP" },
                name: { type: "string" },
              },
            },
          },
          whole: {
            type: "object",
            "x-kubernetes-map-type": "atomic",
            properties: { x: { type: "integer" }, y: { type: "integer" } },
          },
          labels: { type: "object", additionalProperties: { type: "string" } },
          any: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
          number: { type: "integer" },
          either: { "x-kubernetes-int-or-string": true },
        },
      },
    },
  },
};

const by = (manager: string): string => `topologies/a?fieldManager=${manager}`;
const force = (manager: string): string => `${by(manager)}&force=true`;

export const apply: Topic = {
  name: "apply",
  definitions: [widgets, gadgets, lists],
  cases: {
    "creates and updates": [
      { PATCH: "widgets/a?fieldManager=one", apply: a({ spec: { size: 1 } }) },
      { PATCH: "widgets/a?fieldManager=one", apply: a({ spec: { size: 2 } }) },
      { PATCH: "widgets/a?fieldManager=one", apply: a({ spec: { size: 2 } }) },
      { PATCH: "widgets/a?fieldManager=one", apply: a({ spec: { note: "x" } }) },
      { PATCH: "widgets/a?fieldManager=one", apply: a() },
      { PATCH: "configmaps/a?fieldManager=one", apply: a({ data: { k: "v" } }) },
      { PATCH: "configmaps/a?fieldManager=one", apply: a({ data: { l: "w" } }) },
    ],
    "names the manager of each conflicting field": [
      { PATCH: by("one"), apply: a({ spec: { number: 1, labels: { k: "v" } } }) },
      { PATCH: by("two"), apply: a({ spec: { number: 2 } }) },
      { PATCH: by("two"), apply: a({ spec: { number: 2, labels: { k: "w", other: "x" } } }) },
      { PATCH: by("two"), apply: a({ spec: { number: 1 } }) },
      { PATCH: by("three"), apply: a({ spec: { number: 3, labels: { k: "w" } } }) },
      { PATCH: force("three"), apply: a({ spec: { number: 3 } }) },
      { PATCH: by("one"), apply: a({ spec: { labels: { k: "v" } } }) },
      {
        PUT: "topologies/a?fieldManager=updater",
        body: { metadata: { name: "a", resourceVersion: "$(rv:a)" }, spec: { number: 4 } },
      },
      { PATCH: by("one"), apply: a({ spec: { number: 5 } }) },
      { PATCH: force("one"), apply: a({ spec: { number: 5 } }) },
    ],
    "removes what its manager no longer applies": [
      {
        PATCH: by("one"),
        apply: a({
          spec: {
            number: 1,
            labels: { k: "v", l: "w" },
            set: ["a", "b"],
            map: [{ name: "x", value: "1" }, { name: "y" }],
          },
        }),
      },
      {
        PATCH: by("two"),
        apply: a({
          spec: {
            labels: { l: "w" },
            set: ["b", "c"],
            map: [{ name: "y" }, { name: "z", value: "3" }],
          },
        }),
      },
      { PATCH: by("one"), apply: a({ spec: { number: 1 } }) },
      { PATCH: by("two"), apply: a({ spec: {} }) },
      { PATCH: by("one"), apply: a({ spec: {} }) },
      { PATCH: by("one"), apply: a() },
    ],
    "merges sets": [
      { PATCH: by("one"), apply: a({ spec: { set: ["a", "b"] } }) },
      { PATCH: by("two"), apply: a({ spec: { set: ["c", "a"] } }) },
      { PATCH: by("one"), apply: a({ spec: { set: ["d", "b"] } }) },
      { PATCH: by("two"), apply: a({ spec: { set: [] } }) },
      { PATCH: by("two"), apply: a({ spec: { set: ["a", "a"] } }) },
      { PATCH: by("two"), apply: a({ spec: { set: ["a", 1] } }) },
    ],
    "merges lists by their keys": [
      {
        PATCH: by("one"),
        apply: a({
          spec: {
            map: [
              { name: "x", value: "1" },
              { name: "y", value: "2" },
            ],
          },
        }),
      },
      {
        PATCH: by("two"),
        apply: a({
          spec: {
            map: [
              { name: "z", value: "3" },
              { name: "x", deep: { x: 1 } },
            ],
          },
        }),
      },
      { PATCH: by("two"), apply: a({ spec: { map: [{ name: "x", value: "other" }] } }) },
      { PATCH: by("one"), apply: a({ spec: { map: [{ name: "y", value: "2" }] } }) },
      { PATCH: by("two"), apply: a({ spec: { map: [{ name: "x", deep: { y: 2 } }] } }) },
      { PATCH: by("two"), apply: a({ spec: { map: [{ name: "x" }, { name: "x" }] } }) },
      { PATCH: by("two"), apply: a({ spec: { map: [{ value: "no name" }] } }) },
      { PATCH: by("two"), apply: a({ spec: { map: { name: "x" } } }) },
      { PATCH: by("two"), apply: a({ spec: { map: null } }) },
    ],
    "defaults the keys of a list": [
      {
        PATCH: by("one"),
        apply: a({ spec: { ports: [{ port: 80 }, { port: 443, protocol: "TCP", name: "tls" }] } }),
      },
      {
        PATCH: by("two"),
        apply: a({
          spec: {
            ports: [
              { port: 80, protocol: "UDP" },
              { port: 80, name: "http" },
            ],
          },
        }),
      },
      {
        PATCH: by("one"),
        apply: a({ spec: { ports: [{ port: 80, protocol: "TCP", name: "web" }] } }),
      },
      { PATCH: by("one"), apply: a({ spec: { ports: [{ port: 443 }] } }) },
    ],
    "owns atomic lists and maps as a whole": [
      { PATCH: by("one"), apply: a({ spec: { atomic: ["a", "b"], whole: { x: 1 } } }) },
      { PATCH: by("two"), apply: a({ spec: { atomic: ["a"] } }) },
      { PATCH: by("two"), apply: a({ spec: { whole: { y: 2 } } }) },
      { PATCH: force("two"), apply: a({ spec: { atomic: ["c"], whole: { y: 2 } } }) },
      { PATCH: by("one"), apply: a({ spec: { atomic: ["c"] } }) },
      { PATCH: by("two"), apply: a({ spec: {} }) },
    ],
    "deduces the structure of what has no schema": [
      { PATCH: by("one"), apply: a({ spec: { any: { x: { y: 1, list: [{ a: 1 }] } } } }) },
      { PATCH: by("two"), apply: a({ spec: { any: { x: { z: 2 }, list: [] } } }) },
      { PATCH: by("two"), apply: a({ spec: { any: { x: { list: [{ a: 2 }] } } } }) },
      { PATCH: by("one"), apply: a({ spec: { any: {} } }) },
      {
        PATCH: "gadgets/a?fieldManager=one",
        apply: a({ anything: [1, { k: "v" }], nothing: null, empty: {} }),
      },
      { PATCH: "gadgets/a?fieldManager=two", apply: a({ anything: [1], other: { deep: true } }) },
      { PATCH: by("one"), apply: a({ spec: { either: 1 } }) },
      { PATCH: by("one"), apply: a({ spec: { either: "1" } }) },
    ],
    "applies metadata": [
      {
        PATCH: by("one"),
        apply: {
          metadata: {
            name: "a",
            labels: { app: "x" },
            annotations: { n: "1" },
            finalizers: ["example.com/x"],
          },
        },
      },
      { PATCH: by("two"), apply: { metadata: { name: "a", labels: { app: "y" } } } },
      {
        PATCH: by("two"),
        apply: {
          metadata: {
            name: "a",
            finalizers: ["example.com/y"],
            ownerReferences: [{ apiVersion: "v1", kind: "ConfigMap", name: "c", uid: "u1" }],
          },
        },
      },
      {
        PATCH: by("one"),
        apply: {
          metadata: {
            name: "a",
            ownerReferences: [{ apiVersion: "v1", kind: "ConfigMap", name: "d", uid: "u2" }],
          },
        },
      },
      { PATCH: by("two"), apply: { metadata: { name: "a" } } },
      { PATCH: by("one"), apply: { metadata: { name: "a", labels: { app: null } } } },
    ],
    "refuses what cannot be applied": [
      { PATCH: "widgets/a", apply: a({ spec: { size: 1 } }) },
      { PATCH: "widgets/a?fieldManager=", apply: a({ spec: { size: 1 } }) },
      { PATCH: `widgets/a?fieldManager=${"x".repeat(129)}`, apply: a() },
      { PATCH: "widgets/a?fieldManager=%01", apply: a() },
      { PATCH: "widgets/a?fieldManager=one&force=maybe", apply: a() },
      { PATCH: "widgets/a?fieldManager=one", apply: { metadata: { name: "b" } } },
      {
        PATCH: "widgets/a?fieldManager=one",
        apply: { metadata: { name: "a", namespace: "other" } },
      },
      { PATCH: "widgets/a?fieldManager=one", apply: {} },
      {
        PATCH: "widgets/b?fieldManager=one",
        apply: { metadata: { name: "b", managedFields: [] } },
      },
      {
        PATCH: "widgets/b?fieldManager=one",
        apply: { metadata: { name: "b", managedFields: [{ manager: "x" }] } },
      },
      {
        PATCH: "widgets/b?fieldManager=one",
        apply: { metadata: { name: "b", uid: "11111111-2222-3333-4444-555555555555" } },
      },
      {
        PATCH: "widgets/b?fieldManager=one",
        apply: { metadata: { name: "b", resourceVersion: "5" } },
      },
      { PATCH: "widgets/a?fieldManager=one", apply: a({ spec: { unknown: 1 } }) },
      { PATCH: "widgets/a?fieldManager=one", apply: a({ spec: { size: "text" } }) },
      { PATCH: "widgets/a?fieldManager=one", apply: a({ spec: { size: 1000 } }) },
      { PATCH: "widgets/a?fieldManager=one", apply: a({ spec: [] }) },
      { PATCH: "widgets/a?fieldManager=one", apply: [] },
      {
        PATCH: "widgets/a?fieldManager=one",
        text: "a: b: c",
        type: "application/apply-patch+yaml",
      },
      { PATCH: "widgets/a?fieldManager=one", text: "", type: "application/apply-patch+yaml" },
      { PATCH: "widgets/a?fieldManager=one", text: "{}", type: "application/apply-patch+yaml" },
      {
        PATCH: "widgets/a?fieldManager=one",
        text: "apiVersion: $(group)/v2\nkind: Widget\nmetadata: {name: a}\n",
        type: "application/apply-patch+yaml",
      },
      {
        PATCH: "widgets/a?fieldManager=one",
        text: "apiVersion: $(group)/v1\nkind: Gadget\nmetadata: {name: a}\n",
        type: "application/apply-patch+yaml",
      },
      {
        PATCH: "widgets/a?fieldManager=one",
        text: "kind: Widget\nmetadata: {name: a}\n",
        type: "application/apply-patch+yaml",
      },
      {
        PATCH: "widgets/a?fieldManager=one",
        text: "apiVersion: $(group)/v1\nkind: Widget\nmetadata:\n  name: a\nspec:\n  size: 7\n",
        type: "application/apply-patch+yaml",
      },
      {
        PATCH: "widgets/a?fieldManager=one",
        text: "apiVersion: $(group)/v1\nkind: Widget\nmetadata: {name: a}\n---\nkind: Widget\n",
        type: "application/apply-patch+yaml",
      },
      { PATCH: "configmaps/a?fieldManager=one", apply: a({ data: { k: 1 } }) },
      { PATCH: "configmaps/a?fieldManager=one", apply: a({ unknown: 1 }) },
      { PATCH: "widgets/a?force=true", merge: {} },
      { GET: "widgets/a" },
    ],
    "checks resourceVersion and uid of an existing object": [
      { PATCH: by("one"), apply: a({ spec: { number: 1 } }), save: "old" },
      {
        PATCH: by("one"),
        apply: { metadata: { name: "a", resourceVersion: "$(old)" }, spec: { number: 2 } },
      },
      {
        PATCH: by("one"),
        apply: { metadata: { name: "a", resourceVersion: "$(old)" }, spec: { number: 3 } },
      },
      {
        PATCH: force("one"),
        apply: { metadata: { name: "a", resourceVersion: "$(old)" }, spec: { number: 3 } },
      },
      {
        PATCH: by("one"),
        apply: {
          metadata: { name: "a", uid: "11111111-2222-3333-4444-555555555555" },
          spec: { number: 3 },
        },
      },
      {
        PATCH: by("one"),
        apply: { metadata: { name: "a", uid: "$(uid:a)" }, spec: { number: 3 } },
      },
      {
        PATCH: by("one"),
        apply: { metadata: { name: "a", creationTimestamp: null }, spec: { number: 4 } },
      },
      {
        PATCH: by("one"),
        apply: {
          metadata: { name: "a", creationTimestamp: "2001-01-01T00:00:00Z" },
          spec: { number: 5 },
        },
      },
    ],
    "keeps status apart": [
      {
        PATCH: "widgets/a?fieldManager=one",
        apply: a({ spec: { size: 1 }, status: { phase: "x" } }),
      },
      {
        PATCH: "widgets/a/status?fieldManager=one",
        apply: a({ status: { phase: "Ready" }, spec: { size: 9 } }),
      },
      { PATCH: "widgets/a/status?fieldManager=two", apply: a({ status: { phase: "Other" } }) },
      { PATCH: "widgets/a?fieldManager=one", apply: a({ spec: { size: 2 } }) },
      {
        PATCH: "widgets/missing/status?fieldManager=one",
        apply: named("missing")({ status: { phase: "x" } }),
      },
      { PATCH: "widgets/a/status?fieldManager=one", apply: a({ status: {} }) },
    ],
    "hands over from an update of the same manager": [
      { POST: "topologies?fieldManager=one", body: a({ spec: { number: 1, labels: { k: "v" } } }) },
      { PATCH: by("one"), apply: a({ spec: { number: 2 } }) },
      { PATCH: by("one"), apply: a({ spec: { labels: { k: "w" } } }) },
      { PATCH: force("one"), apply: a({ spec: { labels: { k: "w" }, number: 2 } }) },
      { PATCH: by("one"), apply: a({ spec: {} }) },
      { GET: "topologies/a" },
    ],
  },
};
