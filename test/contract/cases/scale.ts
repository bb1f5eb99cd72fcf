import type { Topic } from "../harness/topic.js";
import { gadgets, named, widgets } from "./widgets.js";

const a = named("a");

const autoscaling = { apiVersion: "autoscaling/v1", kind: "Scale" };

export const scale: Topic = {
  name: "scale",
  definitions: [widgets, gadgets],
  cases: {
    "shows replicas and selector": [
      { POST: "widgets", body: a({ spec: { replicas: 3 } }) },
      { GET: "widgets/a/scale" },
      { PATCH: "widgets/a/status", merge: { status: { replicas: 2, selector: "app=x" } } },
      { GET: "widgets/a/scale" },
      { POST: "widgets", body: named("b")({ spec: { size: 1 } }) },
      { GET: "widgets/b/scale" },
      { GET: "widgets/missing/scale" },
    ],
    "is updated": [
      { POST: "widgets", body: a({ spec: { replicas: 3 } }) },
      {
        PUT: "widgets/a/scale",
        body: {
          ...autoscaling,
          metadata: { name: "a", namespace: "$(ns)", resourceVersion: "$(rv:a)" },
          spec: { replicas: 5 },
        },
      },
      {
        PUT: "widgets/a/scale",
        body: {
          ...autoscaling,
          metadata: { name: "a", namespace: "$(ns)" },
          spec: { replicas: 6 },
          status: { replicas: 9 },
        },
      },
      { GET: "widgets/a" },
      {
        PUT: "widgets/a/scale",
        body: {
          ...autoscaling,
          metadata: { name: "a", namespace: "$(ns)", resourceVersion: "1" },
          spec: { replicas: 7 },
        },
      },
      {
        PUT: "widgets/a/scale",
        body: {
          ...autoscaling,
          metadata: { name: "a", namespace: "$(ns)", uid: "11111111-2222-3333-4444-555555555555" },
          spec: { replicas: 7 },
        },
      },
      {
        PUT: "widgets/a/scale",
        body: {
          ...autoscaling,
          metadata: { name: "a", namespace: "$(ns)" },
          spec: { replicas: -1 },
        },
      },
      {
        PUT: "widgets/a/scale",
        body: {
          ...autoscaling,
          metadata: { name: "a", namespace: "$(ns)" },
          spec: { replicas: "x" },
        },
      },
      {
        PUT: "widgets/a/scale",
        body: {
          ...autoscaling,
          metadata: { name: "b", namespace: "$(ns)" },
          spec: { replicas: 1 },
        },
      },
      {
        PUT: "widgets/a/scale",
        body: {
          ...autoscaling,
          metadata: { name: "a", namespace: "other" },
          spec: { replicas: 1 },
        },
      },
      {
        PUT: "widgets/a/scale",
        body: { ...autoscaling, metadata: { name: "a" }, spec: { replicas: 1 } },
      },
      { PUT: "widgets/a/scale", body: { metadata: { name: "a" }, spec: { replicas: 1 } } },
      { PUT: "widgets/a/scale", body: { ...autoscaling, metadata: { name: "a" } } },
      {
        PUT: "widgets/missing/scale",
        body: { ...autoscaling, metadata: { name: "missing" }, spec: { replicas: 1 } },
      },
    ],
    "moves the replicas to who scales": [
      { POST: "widgets?fieldManager=one", body: a({ spec: { replicas: 1 } }) },
      { PATCH: "widgets/a/scale?fieldManager=two", merge: { spec: { replicas: 2 } } },
      { GET: "widgets/a" },
      { PATCH: "widgets/a/scale?fieldManager=three", merge: { spec: { replicas: 3 } } },
      { PATCH: "widgets/a/scale?fieldManager=four", merge: { spec: { replicas: 3 } } },
      { GET: "widgets/a" },
      { PATCH: "widgets/a?fieldManager=three", merge: { spec: { replicas: 4 } } },
      { PATCH: "widgets/a/scale?fieldManager=three", merge: { spec: { replicas: 0 } } },
      { GET: "widgets/a" },
      { PATCH: "widgets/a/scale?fieldManager=three", merge: { spec: { replicas: 5 } } },
      { GET: "widgets/a" },
    ],
    "takes the replicas of appliers": [
      { PATCH: "widgets/a?fieldManager=one", apply: a({ spec: { replicas: 1, size: 1 } }) },
      { PATCH: "widgets/a/scale?fieldManager=two", merge: { spec: { replicas: 1 } } },
      { GET: "widgets/a" },
      { PATCH: "widgets/a/scale?fieldManager=two", merge: { spec: { replicas: 2 } } },
      { GET: "widgets/a" },
      { PATCH: "widgets/a?fieldManager=one", apply: a({ spec: { replicas: 1, size: 1 } }) },
      { PATCH: "widgets/a?fieldManager=one&force=true", apply: a({ spec: { replicas: 1 } }) },
    ],
    "has no owner where the replicas had none": [
      { POST: "widgets?fieldManager=one", body: a({ spec: { size: 1 } }) },
      { PATCH: "widgets/a/scale?fieldManager=two", merge: { spec: { replicas: 2 } } },
      { GET: "widgets/a" },
    ],
    "is patched": [
      { POST: "widgets", body: a() },
      { PATCH: "widgets/a/scale", merge: { spec: { replicas: 2 } } },
      { PATCH: "widgets/a/scale", json: [{ op: "replace", path: "/spec/replicas", value: 3 }] },
      { PATCH: "widgets/a/scale", merge: { spec: { replicas: null } } },
      { PATCH: "widgets/a/scale", merge: { spec: { other: 1 } } },
      { PATCH: "widgets/a/scale", merge: { status: { replicas: 8 } } },
      {
        PATCH: "widgets/a/scale",
        merge: { metadata: { labels: { app: "x" }, resourceVersion: "1" } },
      },
      { PATCH: "widgets/a/scale", merge: { metadata: { labels: { app: "x" } } } },
      {
        PATCH: "widgets/a/scale?fieldManager=s",
        text: "apiVersion: autoscaling/v1\nkind: Scale\nmetadata: {name: a}\nspec: {replicas: 4}",
        type: "application/apply-patch+yaml",
      },
      { PATCH: "widgets/a/scale?dryRun=All", merge: { spec: { replicas: 9 } } },
      { GET: "widgets/a" },
      { DELETE: "widgets/a/scale" },
      { POST: "widgets/a/scale", body: {} },
    ],
  },
};
