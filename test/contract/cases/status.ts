import type { Topic } from "../harness/topic.js";
import { gadgets, named, widgets } from "./widgets.js";

const a = named("a");

export const status: Topic = {
  name: "status",
  definitions: [widgets, gadgets],
  cases: {
    "changes only status": [
      { POST: "widgets", body: a({ spec: { size: 1 } }) },
      {
        PUT: "widgets/a/status",
        body: {
          metadata: {
            name: "a",
            resourceVersion: "$(rv:a)",
            labels: { app: "x" },
            annotations: { n: "1" },
            finalizers: ["example.com/x"],
          },
          spec: { size: 2 },
          status: { phase: "Ready" },
        },
      },
      { GET: "widgets/a/status" },
      {
        PUT: "widgets/a",
        body: {
          metadata: { name: "a", resourceVersion: "$(rv:a)" },
          spec: { size: 3 },
          status: { phase: "Other" },
        },
      },
      {
        PUT: "widgets/a",
        body: { metadata: { name: "a", resourceVersion: "$(rv:a)" }, spec: { size: 3 } },
      },
      { PUT: "widgets/a/status", body: { metadata: { name: "a", resourceVersion: "$(rv:a)" } } },
      {
        PUT: "widgets/a/status",
        body: { metadata: { name: "a", resourceVersion: "$(rv:a)" }, status: {} },
      },
    ],
    "is patched": [
      { POST: "widgets", body: a({ spec: { size: 1 } }) },
      {
        PATCH: "widgets/a/status",
        merge: {
          status: { phase: "Ready" },
          spec: { size: 2 },
          metadata: { labels: { app: "x" } },
        },
      },
      {
        PATCH: "widgets/a/status",
        json: [{ op: "replace", path: "/status/phase", value: "Other" }],
      },
      { PATCH: "widgets/a/status", json: [{ op: "add", path: "/spec/note", value: "ignored" }] },
      { PATCH: "widgets/a/status", merge: { status: null } },
      { PATCH: "widgets/a", merge: { status: { phase: "ignored" } } },
    ],
    "is validated, pruned and defaulted": [
      { POST: "widgets", body: a() },
      { PATCH: "widgets/a/status", merge: { status: { phase: 7 } } },
      { PATCH: "widgets/a/status", merge: { status: { unknown: 7, replicas: 1 } } },
      { PATCH: "widgets/a/status", merge: { status: { color: null } } },
      { PATCH: "widgets/a/status", merge: { status: "text" } },
      { PATCH: "widgets/a/status", merge: { spec: { size: 1000 }, status: { phase: "x" } } },
      { PUT: "widgets/a/status", body: { metadata: { name: "a" }, status: { phase: "x" } } },
      {
        PUT: "widgets/missing/status",
        body: { metadata: { name: "missing", resourceVersion: "5" } },
      },
      { POST: "widgets/a/status", body: a() },
      { DELETE: "widgets/a/status" },
      { GET: "widgets/missing/status" },
    ],
    "is not found where there is no subresource": [
      { POST: "gadgets", body: a({ status: { phase: "x" } }) },
      { GET: "gadgets/a/status" },
      { PUT: "gadgets/a/status", body: a() },
      { PATCH: "gadgets/a/status", merge: {} },
      { GET: "gadgets/a/scale" },
      { GET: "gadgets/a/other" },
      { GET: "configmaps/a/status" },
      { GET: "gadgets/a/status/more" },
    ],
  },
};
