import type { Topic } from "../harness/topic.js";
import { start } from "./patched-objects.js";
import { gadgets, named, widgets } from "./widgets.js";

const a = named("a");

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
