import type { Topic } from "../harness/topic.js";
import { gadgets, named, widgets } from "./widgets.js";

const a = named("a");

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
