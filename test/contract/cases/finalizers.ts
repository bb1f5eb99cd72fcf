import type { Topic } from "../harness/topic.js";
import { gadgets, named, widgets } from "./widgets.js";

const a = named("a");

const held = { metadata: { name: "a", finalizers: ["example.com/x"] } };

export const finalizers: Topic = {
  name: "finalizers",
  definitions: [widgets, gadgets],
  cases: {
    "leave an object that goes as it was applied": [
      {
        PATCH: "widgets/a?fieldManager=one",
        apply: { metadata: { name: "a", finalizers: ["example.com/hold"] }, spec: { size: 1 } },
      },
      { DELETE: "widgets/a" },
      {
        PATCH: "widgets/a?fieldManager=one&dryRun=All",
        apply: { metadata: { name: "a", finalizers: null }, spec: { size: 2 } },
      },
      {
        PATCH: "widgets/a?fieldManager=one",
        apply: { metadata: { name: "a", labels: {}, finalizers: [] }, spec: { size: 3 } },
      },
    ],
    "keep an object until the last is gone": [
      {
        POST: "widgets",
        body: {
          metadata: { name: "a", finalizers: ["example.com/x", "example.com/y"] },
          spec: { size: 1 },
        },
      },
      { WATCH: "w", of: "widgets?resourceVersion=$(rv:a)" },
      { DELETE: "widgets/a" },
      { DELETE: "widgets/a" },
      { GET: "widgets/a" },
      { PATCH: "widgets/a", merge: { metadata: { finalizers: ["example.com/y"] } } },
      { PATCH: "widgets/a", merge: { spec: { size: 2 } } },
      { PATCH: "widgets/a", merge: { metadata: { finalizers: null } } },
      { GET: "widgets/a" },
      { FRAMES: "w", count: 4 },
    ],
    "are not added once deletion has begun": [
      { POST: "widgets", body: held },
      { DELETE: "widgets/a" },
      {
        PATCH: "widgets/a",
        merge: { metadata: { finalizers: ["example.com/x", "example.com/new"] } },
      },
      { PATCH: "widgets/a", merge: { metadata: { finalizers: ["example.com/new"] } } },
      { PATCH: "widgets/a", merge: { metadata: { deletionTimestamp: null } } },
      {
        PUT: "widgets/a",
        body: {
          metadata: { name: "a", resourceVersion: "$(rv:a)", finalizers: ["example.com/x"] },
        },
      },
      { PATCH: "widgets/a", merge: { metadata: { labels: { still: "writable" } } } },
      {
        PATCH: "widgets/a/status",
        merge: { status: { phase: "Terminating" }, metadata: { finalizers: null } },
      },
      { POST: "widgets", body: a() },
      { PATCH: "widgets/a?fieldManager=one", apply: a({ spec: { size: 1 } }) },
      { PATCH: "widgets/a", json: [{ op: "remove", path: "/metadata/finalizers" }] },
      { GET: "widgets/a" },
    ],
    "go by an update": [
      { POST: "gadgets", body: held },
      { DELETE: "gadgets/a", body: { gracePeriodSeconds: 10 } },
      {
        PUT: "gadgets/a",
        body: { metadata: { name: "a", resourceVersion: "$(rv:a)" }, spec: { last: "words" } },
      },
      { GET: "gadgets/a" },
      { POST: "configmaps", body: held },
      { DELETE: "configmaps/a" },
      { PUT: "configmaps/a", body: { metadata: { name: "a" } } },
      { GET: "configmaps/a" },
    ],
    "hold deletion with preconditions and dry runs as well": [
      { POST: "widgets", body: held, save: "old" },
      { DELETE: "widgets/a?dryRun=All" },
      { GET: "widgets/a" },
      { DELETE: "widgets/a", body: { preconditions: { resourceVersion: "$(old)" } } },
      { DELETE: "widgets/a", body: { preconditions: { resourceVersion: "$(old)" } } },
      { PATCH: "widgets/a?dryRun=All", merge: { metadata: { finalizers: null } } },
      { GET: "widgets/a" },
      { PATCH: "widgets/a", merge: { metadata: { finalizers: null } } },
    ],
  },
};
