import { at, type Json, type JsonObject } from "../harness/json.js";
import type { Step, Topic } from "../harness/topic.js";
import { conversionWebhook } from "./conversion-webhook.js";
import { crd } from "./definitions.js";
import { only, outcome } from "./views.js";

const text = { type: "string" };
const schemaOf = (properties: JsonObject): JsonObject => ({
  openAPIV3Schema: { type: "object", properties: { spec: { type: "object", properties } } },
});
const v1 = {
  name: "v1",
  served: true,
  storage: true,
  schema: schemaOf({ address: text, shared: text, first: { type: "string", default: "one" } }),
};
const v2 = {
  name: "v2",
  served: true,
  storage: false,
  schema: schemaOf({
    host: text,
    port: text,
    shared: text,
    second: { type: "string", default: "two" },
  }),
};

const own = "customresourcedefinitions/things.$(token).$(group)";
const served = (version: string): Step => ({
  UNTIL: `/apis/$(token).$(group)/${version}/things`,
  holds: (_, status) => status === 200,
  view: () => "served",
});
const things = (version: string): string =>
  `/apis/$(token).$(group)/${version}/namespaces/$(ns)/things`;
const thing = (version: string, name: string, spec: Json): JsonObject => ({
  apiVersion: `$(token).$(group)/${version}`,
  kind: "Thing",
  metadata: { name },
  spec,
});

export const conversionNone: Topic = {
  name: "conversion-none",
  cases: {
    "changes apiVersion alone, and prunes and defaults by the version": [
      {
        POST: "customresourcedefinitions",
        body: crd({ spec: { versions: [v1, v2] } }),
        view: () => "created",
      },
      served("v1"),
      served("v2"),
      { POST: things("v1"), body: thing("v1", "a", { address: "h:1", shared: "s" }) },
      { GET: `${things("v2")}/a` },
      { GET: `${things("v1")}/a` },
      { POST: things("v2"), body: thing("v2", "b", { host: "h", port: "1", shared: "s" }) },
      { GET: `${things("v1")}/b` },
      { GET: things("v2") },
      { WATCH: "v1", of: `${things("v1")}?resourceVersion=$(rv:b)` },
      { WATCH: "v2", of: `${things("v2")}?resourceVersion=$(rv:b)` },
      { PATCH: `${things("v2")}/a`, merge: { spec: { shared: "t" } } },
      {
        PUT: `${things("v2")}/b`,
        body: {
          ...thing("v2", "b", { port: "2" }),
          metadata: { name: "b", resourceVersion: "$(rv:b)" },
        },
      },
      { DELETE: `${things("v2")}/a` },
      { FRAMES: "v1", count: 3 },
      { FRAMES: "v2", count: 3 },
      { PATCH: `${things("v1")}/c?fieldManager=one`, apply: thing("v1", "c", { shared: "1" }) },
      { PATCH: `${things("v2")}/c?fieldManager=two`, apply: thing("v2", "c", { shared: "2" }) },
      { POST: things("v1"), body: thing("v2", "d", {}) },
    ],
  },
};

const hooked = (path: string): Json => ({
  strategy: "Webhook",
  webhook: {
    conversionReviewVersions: ["v1"],
    clientConfig: { url: `$(webhook)${path}`, caBundle: "$(ca)" },
  },
});
const define = (path: string): readonly Step[] => [
  { HOOK: conversionWebhook },
  {
    POST: "customresourcedefinitions",
    body: crd({ spec: { versions: [v1, v2], conversion: hooked(path) } }),
    view: () => "created",
  },
  served("v1"),
  served("v2"),
];

/** Conversion goes wrong in this way: reading, listing and writing in the version that is not stored. */
const broken = (path: string): readonly Step[] => [
  ...define(path),
  { POST: things("v1"), body: thing("v1", "a", { address: "h:1" }), view: outcome },
  { GET: `${things("v1")}/a`, view: outcome },
  { GET: `${things("v2")}/a` },
  { GET: things("v2") },
  { POST: things("v2"), body: thing("v2", "b", { host: "h", port: "1" }) },
];

export const conversionByWebhook: Topic = {
  name: "conversion-webhook",
  cases: {
    "converts what is read, listed, watched and written": [
      ...define("/convert"),
      { POST: things("v1"), body: thing("v1", "a", { address: "h:1", shared: "s" }) },
      { GET: `${things("v2")}/a` },
      { POST: things("v2"), body: thing("v2", "b", { host: "x", port: "2" }) },
      { GET: `${things("v1")}/b` },
      { GET: things("v1") },
      { GET: things("v2") },
      { WATCH: "v2", of: `${things("v2")}?resourceVersion=$(rv:b)` },
      { PATCH: `${things("v2")}/a`, merge: { spec: { port: "9" } } },
      { PATCH: `${things("v1")}/a`, merge: { spec: { shared: "t" } } },
      { DELETE: `${things("v1")}/b` },
      { FRAMES: "v2", count: 3 },
      {
        PATCH: `${things("v2")}/c?fieldManager=one`,
        apply: thing("v2", "c", { host: "y", port: "3" }),
      },
      { GET: `${things("v1")}/c`, view: only("spec") },
      { DELETE: things("v2"), view: only("items", 0, "spec") },
    ],
    "may change labels, but no identity": [
      ...define("/labels"),
      { POST: things("v1"), body: thing("v1", "a", { address: "h:1" }) },
      { GET: `${things("v2")}/a` },
    ],
    ...Object.fromEntries(
      [
        "/failed",
        "/500",
        "/garbage",
        "/too-few",
        "/wrong-uid",
        "/wrong-kind",
        "/no-response",
        "/wrong-version",
        "/renames",
        "/drops-uid",
      ].map((path) => [`fails: ${path.slice(1)}`, broken(path)]),
    ),
    "trusts nobody without the bundle": [
      { HOOK: conversionWebhook },
      {
        POST: "customresourcedefinitions",
        body: crd({
          spec: {
            versions: [v1, v2],
            conversion: {
              strategy: "Webhook",
              webhook: {
                conversionReviewVersions: ["v1"],
                clientConfig: { url: "$(webhook)/convert" },
              },
            },
          },
        }),
        view: () => "created",
      },
      served("v1"),
      { POST: things("v1"), body: thing("v1", "a", { address: "h:1" }), view: outcome },
      { GET: `${things("v2")}/a`, view: (body) => at(body, "reason") ?? at(body, "code") ?? null },
      { GET: own, view: only("spec", "conversion", "strategy") },
    ],
  },
};
