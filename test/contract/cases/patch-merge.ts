import type { Topic } from "../harness/topic.js";
import { start } from "./patched-objects.js";
import { gadgets, named, widgets } from "./widgets.js";

const a = named("a");

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
