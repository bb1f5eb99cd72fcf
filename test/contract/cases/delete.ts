import type { Topic } from "../harness/topic.js";
import { gadgets, named, planets, widgets } from "./widgets.js";

const a = named("a");
const held = { metadata: { name: "a", finalizers: ["example.com/x"] } };

export const deletion: Topic = {
  name: "delete",
  definitions: [widgets, gadgets, planets],
  cases: {
    "answers with a Status": [
      { POST: "widgets", body: a() },
      { DELETE: "widgets/a" },
      { GET: "widgets/a" },
      { DELETE: "widgets/a" },
      { POST: "configmaps", body: a() },
      { DELETE: "configmaps/a" },
      { POST: "secrets", body: a() },
      { DELETE: "secrets/a" },
      { POST: "serviceaccounts", body: a() },
      { DELETE: "serviceaccounts/a" },
      { POST: "leases", body: a() },
      { DELETE: "leases/a" },
      { POST: "planets", body: named("p-$(token)")() },
      { DELETE: "planets/p-$(token)" },
    ],
    "checks preconditions": [
      { POST: "widgets", body: a(), save: "old" },
      {
        DELETE: "widgets/a",
        body: { preconditions: { uid: "11111111-2222-3333-4444-555555555555" } },
      },
      { DELETE: "widgets/a", body: { preconditions: { resourceVersion: "1" } } },
      { PATCH: "widgets/a", merge: { spec: { size: 1 } } },
      { DELETE: "widgets/a", body: { preconditions: { resourceVersion: "$(old)" } } },
      {
        DELETE: "widgets/a",
        body: {
          preconditions: { uid: "11111111-2222-3333-4444-555555555555", resourceVersion: "1" },
        },
      },
      {
        DELETE: "widgets/a",
        body: { preconditions: { uid: "$(uid:a)", resourceVersion: "$(rv:a)" } },
      },
      { DELETE: "widgets/a", body: { preconditions: { uid: "$(uid:a)" } } },
      { POST: "configmaps", body: a() },
      {
        DELETE: "configmaps/a",
        body: { preconditions: { uid: "11111111-2222-3333-4444-555555555555" } },
      },
      {
        DELETE: "configmaps/a",
        body: { kind: "DeleteOptions", apiVersion: "v1", preconditions: { uid: "$(uid:a)" } },
      },
    ],
    "reads its options": [
      { POST: "widgets", body: a() },
      { DELETE: "widgets/a", body: { propagationPolicy: "Sometimes" } },
      { DELETE: "widgets/a?propagationPolicy=Sometimes" },
      { DELETE: "widgets/a", body: { orphanDependents: true, propagationPolicy: "Background" } },
      { DELETE: "widgets/a", body: { gracePeriodSeconds: -1, dryRun: ["All"] } },
      { DELETE: "widgets/a", body: { gracePeriodSeconds: "x" } },
      { DELETE: "widgets/a?gracePeriodSeconds=x" },
      { DELETE: "widgets/a", body: { dryRun: ["Some"] } },
      { DELETE: "widgets/a?dryRun=Some" },
      { DELETE: "widgets/a", body: { unknown: 1, dryRun: ["All"] } },
      { DELETE: "widgets/a", body: { kind: "Other", apiVersion: "v1" } },
      { DELETE: "widgets/a", body: { kind: "DeleteOptions", apiVersion: "other/v1" } },
      {
        DELETE: "widgets/a",
        body: { kind: "DeleteOptions", apiVersion: "$(group)/v1", dryRun: ["All"] },
      },
      { DELETE: "widgets/a", text: "{" },
      { DELETE: "widgets/a", text: "[]" },
      { DELETE: "widgets/a", text: "text", type: "text/plain" },
      { DELETE: "widgets/a", text: "dryRun: [All]", type: "application/yaml" },
      { DELETE: "widgets/a", text: '{"dryRun":["All"]}', type: "" },
      { GET: "widgets/a" },
      { DELETE: "widgets/a", body: { gracePeriodSeconds: 30 } },
    ],
    propagates: [
      { POST: "widgets", body: a() },
      { DELETE: "widgets/a", body: { propagationPolicy: "Foreground" } },
      { DELETE: "widgets/a", body: { propagationPolicy: "Foreground" } },
      { DELETE: "widgets/a", body: { propagationPolicy: "Background" } },
      { POST: "widgets", body: named("b")() },
      { DELETE: "widgets/b?propagationPolicy=Orphan" },
      { PATCH: "widgets/b", merge: { metadata: { finalizers: null } } },
      { POST: "widgets", body: named("c")() },
      { DELETE: "widgets/c", body: { orphanDependents: true } },
      { DELETE: "widgets/c", body: { orphanDependents: false } },
      { POST: "configmaps", body: named("d")() },
      { DELETE: "configmaps/d", body: { propagationPolicy: "Foreground" } },
      { PATCH: "configmaps/d", merge: { metadata: { finalizers: [] } } },
      { GET: "configmaps/d" },
    ],
    "needs a method that exists": [
      { DELETE: "widgets/a/b" },
      { METHOD: "OPTIONS /apis/$(group)/v1/namespaces/$(ns)/widgets/a" },
      { METHOD: "HEAD /apis/$(group)/v1/namespaces/$(ns)/widgets/a" },
      { METHOD: "POST /apis/$(group)/v1/namespaces/$(ns)/widgets/a" },
      { METHOD: "TRACE /apis/$(group)/v1/namespaces/$(ns)/widgets/a" },
      { METHOD: "FOO /apis/$(group)/v1/namespaces/$(ns)/widgets/a" },
      { METHOD: "PUT /api/v1/namespaces/$(ns)/configmaps" },
      { METHOD: "PATCH /api/v1/namespaces/$(ns)/configmaps" },
    ],
  },
};

export const finalizers: Topic = {
  name: "finalizers",
  definitions: [widgets, gadgets],
  cases: {
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

const three = ["a", "b", "c"].map((name) => ({
  POST: "widgets",
  body: { metadata: { name, labels: { app: name === "c" ? "y" : "x" } } },
}));

export const deleteCollection: Topic = {
  name: "delete-collection",
  definitions: [widgets, gadgets],
  cases: {
    "deletes all, and answers with a list": [
      ...three,
      { DELETE: "widgets" },
      { GET: "widgets" },
      { DELETE: "widgets" },
      { POST: "configmaps", body: a() },
      { DELETE: "configmaps?fieldSelector=metadata.name=a" },
      { GET: "configmaps?fieldSelector=metadata.name=a" },
    ],
    "deletes what selectors select": [
      ...three,
      { DELETE: "widgets?labelSelector=app%3Dx" },
      { GET: "widgets" },
      { DELETE: "widgets?fieldSelector=metadata.name%3Dnone" },
      { DELETE: "widgets?labelSelector=%21%21" },
      { DELETE: "widgets?fieldSelector=spec.size%3D1" },
      { DELETE: "widgets?limit=1" },
      { GET: "widgets" },
    ],
    "takes options": [
      ...three,
      { DELETE: "widgets?dryRun=All" },
      { DELETE: "widgets", body: { dryRun: ["All"], propagationPolicy: "Background" } },
      { DELETE: "widgets", body: { propagationPolicy: "Sometimes" } },
      { DELETE: "widgets", body: { preconditions: { uid: "$(uid:a)" } } },
      { GET: "widgets" },
      { DELETE: "widgets", text: "{" },
      { DELETE: "widgets?watch=true" },
    ],
    "begins deletion of what finalizers keep": [
      { POST: "widgets", body: held },
      { POST: "widgets", body: named("b")() },
      { DELETE: "widgets" },
      { GET: "widgets" },
      { PATCH: "widgets/a", merge: { metadata: { finalizers: null } } },
      { GET: "widgets" },
    ],
    "watches see each": [
      ...three,
      { WATCH: "w", of: "widgets?resourceVersion=$(rv:c)" },
      { DELETE: "widgets?labelSelector=app%3Dy" },
      { FRAMES: "w", count: 1 },
    ],
  },
};

const cleanup = { GET: "widgets" } as const;

export const dryRun: Topic = {
  name: "dry-run",
  definitions: [widgets, gadgets],
  cases: {
    "writes nothing": [
      { POST: "widgets?dryRun=All", body: a({ spec: { size: 1 } }) },
      cleanup,
      { POST: "widgets", body: a({ spec: { size: 1 } }) },
      { POST: "widgets?dryRun=All", body: a() },
      {
        PUT: "widgets/a?dryRun=All",
        body: { metadata: { name: "a", resourceVersion: "$(rv:a)" }, spec: { size: 2 } },
      },
      { PATCH: "widgets/a?dryRun=All", merge: { spec: { size: 3 } } },
      {
        PATCH: "widgets/a?dryRun=All&fieldManager=one",
        apply: a({ spec: { size: 1, note: "x" } }),
      },
      { PATCH: "widgets/b?dryRun=All&fieldManager=one", apply: named("b")({ spec: { size: 1 } }) },
      { PATCH: "widgets/a/status?dryRun=All", merge: { status: { phase: "x" } } },
      { DELETE: "widgets/a?dryRun=All" },
      { DELETE: "widgets?dryRun=All" },
      { PUT: "leases/none?dryRun=All", body: named("none")() },
      { GET: "leases/none" },
      cleanup,
    ],
    "is checked like the real thing": [
      { POST: "widgets?dryRun=All", body: a({ spec: { size: 1000 } }) },
      { POST: "widgets", body: a() },
      { PUT: "widgets/a?dryRun=All", body: { metadata: { name: "a", resourceVersion: "1" } } },
      {
        PUT: "widgets/none?dryRun=All",
        body: { metadata: { name: "none", resourceVersion: "1" } },
      },
      { DELETE: "widgets/none?dryRun=All" },
      { POST: "widgets?dryRun=All", body: { metadata: { generateName: "gen-" } } },
      { POST: "configmaps?dryRun=All", body: named("c")({ data: { k: "v" } }) },
      { DELETE: "configmaps/c?dryRun=All" },
    ],
    "has one value": [
      { POST: "widgets?dryRun=", body: a() },
      { POST: "widgets?dryRun=all", body: named("b")() },
      { POST: "widgets?dryRun=All&dryRun=All", body: named("b")() },
      { POST: "widgets?dryRun=All&dryRun=Some", body: named("b")() },
      { PATCH: "widgets/a?dryRun=true", merge: {} },
      { PUT: "widgets/a?dryRun=true", body: a() },
      cleanup,
    ],
  },
};

export const fieldValidation: Topic = {
  name: "field-validation",
  definitions: [widgets, gadgets],
  cases: Object.fromEntries(
    ["Strict", "Warn", "Ignore", "", "Other"].map((level) => [
      `${level || "default"} for unknown and duplicate fields`,
      [
        {
          POST: `widgets?fieldValidation=${level}`,
          body: a({ spec: { size: 1, unknown: 1, other: { deep: 1 } }, extra: true }),
        },
        {
          POST: `widgets?fieldValidation=${level}`,
          text: '{"apiVersion":"$(group)/v1","kind":"Widget","metadata":{"name":"b","name":"b","strange":1},"spec":{"size":1,"size":2,"tags":["x"],"tags":["y"]}}',
        },
        {
          POST: `widgets?fieldValidation=${level}`,
          text: "apiVersion: $(group)/v1\nkind: Widget\nmetadata: {name: c}\nspec: {size: 1, unknown: 2}\n",
          type: "application/yaml",
        },
        { POST: "widgets?fieldValidation=Ignore", body: named("d")({ spec: { size: 1 } }) },
        {
          PUT: `widgets/d?fieldValidation=${level}`,
          body: {
            metadata: { name: "d", resourceVersion: "$(rv:d)" },
            spec: { size: 2, unknown: 1 },
          },
        },
        {
          PATCH: `widgets/d?fieldValidation=${level}`,
          merge: { spec: { size: 3, unknown: 1, labels: { any: "x" } } },
        },
        {
          PATCH: `widgets/d?fieldValidation=${level}`,
          text: '{"spec":{"size":4,"size":5,"unknown":1}}',
          type: "application/merge-patch+json",
        },
        {
          PATCH: `widgets/d?fieldValidation=${level}`,
          json: [
            { op: "add", path: "/spec/unknown", value: 1 },
            { op: "add", path: "/more", value: {} },
          ],
        },
        {
          PATCH: `widgets/d?fieldValidation=${level}`,
          text: '[{"op":"add","op":"add","path":"/spec/note","value":"x"}]',
          type: "application/json-patch+json",
        },
        {
          PATCH: `widgets/d?fieldManager=one&fieldValidation=${level}`,
          apply: named("d")({ spec: { note: "x", unknown: 1 } }),
        },
        { PATCH: `widgets/d/status?fieldValidation=${level}`, merge: { status: { unknown: 1 } } },
        {
          POST: `configmaps?fieldValidation=${level}`,
          body: a({ data: { k: "v" }, unknown: 1, metadata: { what: 1 } }),
        },
        {
          POST: `configmaps?fieldValidation=${level}`,
          text: '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"e"},"data":{"k":"v","k":"w"},"data":{"l":"x"}}',
        },
        {
          POST: `configmaps?fieldValidation=${level}`,
          text: '{"apiVersion":"v1","kind":"ConfigMap","Metadata":{"name":"f"},"data":{"k":"v"}}',
        },
        { PATCH: `configmaps/d?fieldValidation=${level}`, strategic: { unknown: 1 } },
        { POST: "configmaps", body: named("g")() },
        { PATCH: `configmaps/g?fieldValidation=${level}`, strategic: { unknown: 1 } },
        { PATCH: `configmaps/g?fieldValidation=${level}`, merge: { unknown: 1 } },
        {
          PATCH: `configmaps/g?fieldManager=one&fieldValidation=${level}`,
          apply: named("g")({ unknown: 1 }),
        },
      ],
    ]),
  ),
};
