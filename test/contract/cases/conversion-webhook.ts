import { at, type Json } from "../harness/json.js";
import type { Step, Topic } from "../harness/topic.js";
import { served, thing, v1, v2 } from "./conversion-objects.js";
import { crd } from "./custom-definition.js";
import { only, outcome } from "./views.js";
import { conversionWebhook } from "./webhook-server.js";

const own = "customresourcedefinitions/things.$(token).$(group)";

const things = (version: string): string =>
  `/apis/$(token).$(group)/${version}/namespaces/$(ns)/things`;

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
