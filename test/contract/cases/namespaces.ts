import { at } from "../harness/json.js";
import type { Topic } from "../harness/topic.js";
import { widgets } from "./widgets.js";

const ns = "namespaces/own-$(token)";

const other = "/api/v1/namespaces/own-$(token)";

export const namespaces: Topic = {
  name: "namespaces",
  definitions: [widgets],
  cases: {
    "are created active, and labelled": [
      { POST: "namespaces", body: { metadata: { name: "own-$(token)" } } },
      { GET: ns },
      { POST: "namespaces", body: { metadata: { name: "own-$(token)" } } },
      { PATCH: ns, merge: { metadata: { labels: { "kubernetes.io/metadata.name": "other" } } } },
      { PATCH: ns, merge: { metadata: { labels: { app: "x" } } } },
      { PATCH: ns, merge: { spec: { finalizers: ["example.com/x"] } } },
      { PATCH: `${ns}/status`, merge: { status: { phase: "Terminating" } } },
      { PATCH: `${ns}/status`, merge: { status: { phase: "Other" } } },
      {
        PUT: `${ns}/finalize`,
        body: { metadata: { name: "own-$(token)" }, spec: { finalizers: ["example.com/x"] } },
      },
      {
        PUT: `${ns}/finalize`,
        body: { metadata: { name: "own-$(token)" }, spec: { finalizers: ["bad name"] } },
      },
      {
        PUT: `${ns}/finalize`,
        body: { metadata: { name: "own-$(token)" }, spec: { finalizers: [] } },
      },
      { DELETE: ns },
      { GET: ns },
    ],
    terminate: [
      { POST: "namespaces", body: { metadata: { name: "own-$(token)" } }, save: "begun" },
      { POST: `${other}/configmaps`, body: { metadata: { name: "a" } } },
      {
        WATCH: "w",
        of: "namespaces?fieldSelector=metadata.name%3Down-$(token)&resourceVersion=$(begun)",
      },
      { DELETE: ns },
      { FRAMES: "w", count: 1 },
      { DELETE: ns },
      {
        UNTIL: `${other}/configmaps/probe?dryRun=All&fieldManager=probe`,
        apply: { apiVersion: "v1", kind: "ConfigMap", metadata: { name: "probe" } },
        holds: (_, status) => status === 403,
      },
      { POST: `${other}/configmaps`, body: { metadata: { name: "b" } } },
      { PATCH: `${other}/configmaps/a`, merge: { data: { k: "v" } } },
      {
        POST: "/apis/$(group)/v1/namespaces/own-$(token)/widgets",
        body: { apiVersion: "$(group)/v1", kind: "Widget", metadata: { name: "a" } },
      },
      { DELETE: `${other}/configmaps/a` },
      { PATCH: ns, merge: { metadata: { labels: { still: "writable" } } } },
      {
        PUT: `${ns}/finalize`,
        body: { metadata: { name: "own-$(token)" }, spec: { finalizers: [] } },
      },
      { GET: ns },
    ],
    "some stay": [
      { DELETE: "namespaces/default" },
      { DELETE: "namespaces/kube-system" },
      { DELETE: "namespaces/none-$(token)" },
      { DELETE: "namespaces" },
      { GET: "namespaces/default", view: (body) => at(body, "spec") ?? body },
    ],
    "have names of one label": [
      ...["Upper", "a.b", "-a", "x".repeat(64), ""].map((name) => ({
        POST: "namespaces",
        body: { metadata: { name } },
      })),
      { POST: "namespaces?dryRun=All", body: { metadata: { generateName: "gen-" } } },
      {
        POST: "namespaces?dryRun=All",
        body: {
          metadata: { name: "spec-$(token)" },
          spec: { finalizers: ["example.com/x"] },
          status: { phase: "Terminating" },
        },
      },
      {
        POST: "namespaces?dryRun=All",
        body: { metadata: { name: "spec-$(token)", namespace: "other" } },
      },
    ],
  },
};
