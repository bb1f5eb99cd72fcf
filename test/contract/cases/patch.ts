import type { Topic } from "../harness/topic.js";
import { gadgets, named, widgets } from "./widgets.js";

const a = named("a");
const start = {
  POST: "gadgets",
  body: a({ spec: { list: [1, 2, 3], map: { x: 1, y: { z: 2 } }, text: "t", "a/b~c": 1 } }),
};

export const patchJson: Topic = {
  name: "patch-json",
  definitions: [widgets, gadgets],
  cases: {
    "adds, removes, replaces, moves, copies and tests": [
      start,
      { PATCH: "gadgets/a", json: [{ op: "add", path: "/spec/new", value: { deep: [1] } }] },
      {
        PATCH: "gadgets/a",
        json: [
          { op: "add", path: "/spec/list/0", value: 0 },
          { op: "add", path: "/spec/list/-", value: 9 },
        ],
      },
      {
        PATCH: "gadgets/a",
        json: [
          { op: "remove", path: "/spec/list/1" },
          { op: "remove", path: "/spec/map/x" },
        ],
      },
      {
        PATCH: "gadgets/a",
        json: [
          { op: "replace", path: "/spec/text", value: null },
          { op: "replace", path: "/spec/map/y/z", value: "two" },
        ],
      },
      {
        PATCH: "gadgets/a",
        json: [
          { op: "move", from: "/spec/map/y", path: "/spec/moved" },
          { op: "copy", from: "/spec/moved", path: "/spec/copied" },
        ],
      },
      {
        PATCH: "gadgets/a",
        json: [
          { op: "test", path: "/spec/moved/z", value: "two" },
          { op: "replace", path: "/spec/a~1b~0c", value: 2 },
        ],
      },
      { PATCH: "gadgets/a", json: [{ op: "add", path: "/metadata/labels", value: { app: "x" } }] },
      { PATCH: "gadgets/a", json: [] },
    ],
    "fails as a whole": [
      start,
      {
        PATCH: "gadgets/a",
        json: [
          { op: "add", path: "/spec/ok", value: 1 },
          { op: "test", path: "/spec/text", value: "other" },
        ],
      },
      { PATCH: "gadgets/a", json: [{ op: "test", path: "/spec/none", value: 1 }] },
      { PATCH: "gadgets/a", json: [{ op: "test", path: "/spec/none", value: null }] },
      { PATCH: "gadgets/a", json: [{ op: "remove", path: "/spec/none" }] },
      { PATCH: "gadgets/a", json: [{ op: "replace", path: "/spec/none", value: 1 }] },
      { PATCH: "gadgets/a", json: [{ op: "add", path: "/spec/none/deep", value: 1 }] },
      { PATCH: "gadgets/a", json: [{ op: "add", path: "/spec/list/9", value: 1 }] },
      { PATCH: "gadgets/a", json: [{ op: "remove", path: "/spec/list/9" }] },
      { PATCH: "gadgets/a", json: [{ op: "add", path: "/spec/list/x", value: 1 }] },
      { PATCH: "gadgets/a", json: [{ op: "remove", path: "/spec/list/-1" }] },
      { PATCH: "gadgets/a", json: [{ op: "move", from: "/spec/none", path: "/spec/x" }] },
      { PATCH: "gadgets/a", json: [{ op: "copy", from: "/spec/none", path: "/spec/x" }] },
      { GET: "gadgets/a" },
    ],
    "refuses what is no JSON patch": [
      start,
      { PATCH: "gadgets/a", json: {} },
      { PATCH: "gadgets/a", json: "text" },
      { PATCH: "gadgets/a", json: [{}] },
      { PATCH: "gadgets/a", json: [{ op: "unknown", path: "/spec" }] },
      { PATCH: "gadgets/a", json: [{ op: "add", path: "spec", value: 1 }] },
      { PATCH: "gadgets/a", json: [{ op: "add", value: 1 }] },
      { PATCH: "gadgets/a", json: [{ op: "add", path: "/spec/x" }] },
      { PATCH: "gadgets/a", json: [{ op: "move", path: "/spec/x" }] },
      { PATCH: "gadgets/a", json: [1, null] },
      { PATCH: "gadgets/a", json: [{ op: "replace", path: "", value: {} }] },
      { PATCH: "gadgets/a", json: [{ op: "remove", path: "" }] },
      { PATCH: "gadgets/a", text: "[", type: "application/json-patch+json" },
      { PATCH: "gadgets/a", text: "", type: "application/json-patch+json" },
      { PATCH: "gadgets/a", text: "null", type: "application/json-patch+json" },
    ],
    "cannot change what identifies an object": [
      start,
      { PATCH: "gadgets/a", json: [{ op: "replace", path: "/metadata/name", value: "b" }] },
      { PATCH: "gadgets/a", json: [{ op: "replace", path: "/metadata/namespace", value: "b" }] },
      { PATCH: "gadgets/a", json: [{ op: "replace", path: "/metadata/uid", value: "b" }] },
      { PATCH: "gadgets/a", json: [{ op: "remove", path: "/metadata/uid" }] },
      {
        PATCH: "gadgets/a",
        json: [{ op: "replace", path: "/metadata/resourceVersion", value: "1" }],
      },
      {
        PATCH: "gadgets/a",
        json: [
          { op: "replace", path: "/metadata/creationTimestamp", value: "2001-01-01T00:00:00Z" },
        ],
      },
      { PATCH: "gadgets/a", json: [{ op: "replace", path: "/metadata/generation", value: 99 }] },
      { PATCH: "gadgets/a", json: [{ op: "replace", path: "/kind", value: "Other" }] },
      { PATCH: "gadgets/a", json: [{ op: "remove", path: "/apiVersion" }] },
      { PATCH: "gadgets/a", json: [{ op: "remove", path: "/metadata" }] },
      { PATCH: "gadgets/a", json: [{ op: "replace", path: "/metadata", value: "x" }] },
      { PATCH: "gadgets/a", json: [{ op: "replace", path: "/metadata/name", value: 7 }] },
    ],
    "is validated, pruned and defaulted": [
      { POST: "widgets", body: a({ spec: { size: 1 } }) },
      { PATCH: "widgets/a", json: [{ op: "replace", path: "/spec/size", value: 1000 }] },
      { PATCH: "widgets/a", json: [{ op: "add", path: "/spec/unknown", value: 1 }] },
      { PATCH: "widgets/a", json: [{ op: "remove", path: "/spec/color" }] },
      { PATCH: "widgets/a", json: [{ op: "add", path: "/status", value: { phase: "x" } }] },
      { PATCH: "widgets/missing", json: [] },
      { PATCH: "configmaps/missing", json: [] },
      { POST: "configmaps", body: a({ data: { k: "v" } }) },
      { PATCH: "configmaps/a", json: [{ op: "replace", path: "/data/k", value: 1 }] },
      { PATCH: "configmaps/a", json: [{ op: "add", path: "/data/bad key", value: "v" }] },
      { PATCH: "configmaps/a", json: [{ op: "add", path: "/unknown", value: "v" }] },
    ],
  },
};

export const patchMerge: Topic = {
  name: "patch-merge",
  definitions: [widgets, gadgets],
  cases: {
    "merges objects, replaces lists, removes by null": [
      start,
      {
        PATCH: "gadgets/a",
        merge: { spec: { map: { x: null, y: { w: 3 } }, list: [9], text: "u" } },
      },
      { PATCH: "gadgets/a", merge: { spec: { none: null, added: { inner: null, kept: 1 } } } },
      { PATCH: "gadgets/a", merge: { spec: { list: [{ a: null }] } } },
      { PATCH: "gadgets/a", merge: { spec: { map: [1] } } },
      { PATCH: "gadgets/a", merge: { spec: null } },
      { PATCH: "gadgets/a", merge: {} },
      {
        PATCH: "gadgets/a",
        merge: { metadata: { labels: { app: "x" }, annotations: { note: "y" } } },
      },
      { PATCH: "gadgets/a", merge: { metadata: { labels: null, annotations: { note: null } } } },
    ],
    "checks a resourceVersion or uid in the patch": [
      { ...start, save: "old" },
      {
        PATCH: "gadgets/a",
        merge: { metadata: { resourceVersion: "$(old)" }, spec: { text: "u" } },
      },
      {
        PATCH: "gadgets/a",
        merge: { metadata: { resourceVersion: "$(old)" }, spec: { text: "v" } },
      },
      { PATCH: "gadgets/a", merge: { metadata: { resourceVersion: null }, spec: { text: "w" } } },
      { PATCH: "gadgets/a", merge: { metadata: { resourceVersion: "" }, spec: { text: "x" } } },
      {
        PATCH: "gadgets/a",
        merge: { metadata: { uid: "11111111-2222-3333-4444-555555555555" }, spec: { text: "y" } },
      },
      { PATCH: "gadgets/a", merge: { metadata: { uid: "$(uid:a)" }, spec: { text: "z" } } },
      {
        PATCH: "gadgets/a",
        merge: { metadata: { uid: null, creationTimestamp: null }, spec: { text: "0" } },
      },
      { PATCH: "gadgets/a", merge: { metadata: { name: "b" } } },
      { PATCH: "gadgets/a", merge: { metadata: { namespace: "b" } } },
      { PATCH: "gadgets/a", merge: { metadata: null } },
      { PATCH: "gadgets/a", merge: { metadata: { managedFields: null } } },
      { PATCH: "gadgets/a", merge: { metadata: { managedFields: [] } } },
    ],
    "refuses what is no merge patch": [
      start,
      { PATCH: "gadgets/a", merge: [] },
      { PATCH: "gadgets/a", merge: "text" },
      { PATCH: "gadgets/a", merge: 7 },
      { PATCH: "gadgets/a", text: "null", type: "application/merge-patch+json" },
      { PATCH: "gadgets/a", text: "{", type: "application/merge-patch+json" },
      { PATCH: "gadgets/a", text: "", type: "application/merge-patch+json" },
      { PATCH: "gadgets/a", text: "spec: {}", type: "application/merge-patch+yaml" },
      { PATCH: "gadgets/a", text: "{}", type: "application/json" },
      { PATCH: "gadgets/a", text: "{}", type: "" },
      { PATCH: "gadgets/a", text: "{}", type: "text/plain" },
      { PATCH: "gadgets/a", text: "{}", type: "application/merge-patch+json; charset=utf-8" },
      { PATCH: "gadgets", merge: {} },
    ],
    "is validated, pruned and defaulted": [
      { POST: "widgets", body: a({ spec: { size: 1, color: "blue" } }) },
      { PATCH: "widgets/a", merge: { spec: { size: -1, note: "x".repeat(11) } } },
      { PATCH: "widgets/a", merge: { spec: { unknown: 1 } } },
      { PATCH: "widgets/a", merge: { spec: { color: null } } },
      { PATCH: "widgets/a", merge: { status: { phase: "x" } } },
      { PATCH: "widgets/a", merge: { spec: { size: "text" } } },
      { PATCH: "widgets/a", merge: { spec: null } },
      { PATCH: "widgets/missing", merge: {} },
      { POST: "configmaps", body: a({ data: { k: "v" } }) },
      { PATCH: "configmaps/a", merge: { data: { k: null, l: "w" } } },
      { PATCH: "configmaps/a", merge: { data: { k: 1 } } },
      { PATCH: "configmaps/a", merge: { data: null } },
      { PATCH: "configmaps/missing", merge: { data: {} } },
    ],
    "does not conflict where others write meanwhile": [
      { POST: "configmaps", body: a({ data: { k: "v" } }), save: "old" },
      { PATCH: "configmaps/a", merge: { data: { l: "w" } } },
      {
        PATCH: "configmaps/a",
        merge: { metadata: { resourceVersion: "$(old)" }, data: { m: "x" } },
      },
    ],
  },
};

export const patchStrategic: Topic = {
  name: "patch-strategic",
  definitions: [widgets, gadgets],
  cases: {
    "is refused for custom resources": [
      { POST: "widgets", body: a() },
      { PATCH: "widgets/a", strategic: { spec: { size: 1 } } },
      { PATCH: "widgets/a/status", strategic: { status: { phase: "x" } } },
      { PATCH: "widgets/a/scale", strategic: { spec: { replicas: 1 } } },
      { PATCH: "widgets/missing", strategic: {} },
    ],
    "merges maps of built-in resources": [
      { POST: "configmaps", body: a({ data: { k: "v", l: "w" } }) },
      { PATCH: "configmaps/a", strategic: { data: { k: "x", m: "y" } } },
      { PATCH: "configmaps/a", strategic: { data: { k: null } } },
      { PATCH: "configmaps/a", strategic: { data: { $patch: "replace", z: "1" } } },
      { PATCH: "configmaps/a", strategic: { metadata: { labels: { app: "x" } } } },
      { PATCH: "configmaps/a", strategic: { data: { $retainKeys: ["n"], n: "1" } } },
      { PATCH: "configmaps/a", strategic: { $patch: "delete" } },
      { PATCH: "configmaps/a", strategic: { data: { $patch: "other" } } },
      { PATCH: "configmaps/a", strategic: { unknown: 1 } },
      { PATCH: "configmaps/a", strategic: { data: "text" } },
      { PATCH: "configmaps/a", strategic: [] },
      { PATCH: "configmaps/a", text: "{", type: "application/strategic-merge-patch+json" },
      { PATCH: "configmaps/missing", strategic: {} },
      { GET: "configmaps/a" },
    ],
    "merges lists with a merge key, replaces others": [
      {
        POST: "secrets",
        body: { metadata: { name: "a", finalizers: ["example.com/x"] }, stringData: { k: "v" } },
      },
      { PATCH: "secrets/a", strategic: { metadata: { finalizers: ["example.com/y"] } } },
      {
        PATCH: "secrets/a",
        strategic: { metadata: { "$deleteFromPrimitiveList/finalizers": ["example.com/x"] } },
      },
      {
        PATCH: "secrets/a",
        strategic: {
          metadata: {
            ownerReferences: [{ apiVersion: "v1", kind: "ConfigMap", name: "c", uid: "u1" }],
          },
        },
      },
      {
        PATCH: "secrets/a",
        strategic: {
          metadata: {
            ownerReferences: [{ apiVersion: "v1", kind: "ConfigMap", name: "d", uid: "u2" }],
          },
        },
      },
      {
        PATCH: "secrets/a",
        strategic: { metadata: { ownerReferences: [{ uid: "u1", name: "renamed" }] } },
      },
      {
        PATCH: "secrets/a",
        strategic: { metadata: { ownerReferences: [{ uid: "u1", $patch: "delete" }] } },
      },
      {
        PATCH: "secrets/a",
        strategic: {
          metadata: {
            "$setElementOrder/finalizers": ["example.com/z", "example.com/y"],
            finalizers: ["example.com/z"],
          },
        },
      },
      { PATCH: "secrets/a", strategic: { metadata: { ownerReferences: [{ name: "no key" }] } } },
      { PATCH: "secrets/a", strategic: { data: { k: "bm90IHRleHQ=" } } },
      { PATCH: "secrets/a", strategic: { stringData: { l: "w" } } },
      { PATCH: "secrets/a", strategic: { metadata: { finalizers: null } } },
      { PUT: "leases/l", body: named("l")({ spec: { holderIdentity: "me" } }) },
      { PATCH: "leases/l", strategic: { spec: { leaseDurationSeconds: 15 } } },
      { PATCH: "serviceaccounts/none", strategic: {} },
      {
        POST: "serviceaccounts",
        body: named("s")({ secrets: [{ name: "x" }], imagePullSecrets: [{ name: "p" }] }),
      },
      {
        PATCH: "serviceaccounts/s",
        strategic: { imagePullSecrets: [{ name: "q" }], secrets: [{ name: "y", namespace: "n" }] },
      },
      {
        PATCH: "serviceaccounts/s",
        strategic: { imagePullSecrets: [{ name: "p", $patch: "delete" }] },
      },
    ],
  },
};
