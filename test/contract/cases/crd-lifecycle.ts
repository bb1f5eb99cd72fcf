import { at, isArray, type Json, type JsonObject } from "../harness/json.js";
import type { Topic } from "../harness/topic.js";
import { condition, crd, established, own, served, version } from "./custom-definition.js";
import { only } from "./views.js";

const conditions = (body: Json): Json => at(body, "status") ?? body;

const path = "customresourcedefinitions";

const things = "/apis/$(token).$(group)/v1/namespaces/$(ns)/things";

const thing = (name: string): JsonObject => ({
  apiVersion: "$(token).$(group)/v1",
  kind: "Thing",
  metadata: { name },
});

export const crdLifecycle: Topic = {
  name: "crd-lifecycle",
  cases: {
    "is created, accepted, established, served, deleted": [
      { POST: path, body: crd() },
      established,
      { GET: own },
      served,
      { POST: things, body: thing("a") },
      { GET: "/apis/$(token).$(group)/v1" },
      { GET: "/apis/$(token).$(group)" },
      { DELETE: own },
      { UNTIL: own, holds: (_, status) => status === 404 },
      { UNTIL: things, holds: (_, status) => status === 404 },
      { UNTIL: "/apis/$(token).$(group)", holds: (_, status) => status === 404 },
    ],
    "goes through its conditions in order": [
      { GET: `${path}?limit=1`, save: "before", view: () => "list" },
      {
        WATCH: "w",
        of: `${path}?resourceVersion=$(before)&fieldSelector=metadata.name%3Dthings.$(token).$(group)`,
      },
      { POST: path, body: crd() },
      { FRAMES: "w", count: 3 },
      served,
      { DELETE: own },
      // The finalizer that waits for the objects, the conditions of its work, the end.
      { FRAMES: "w", count: 3 },
    ],
    "takes its objects along": [
      { POST: path, body: crd() },
      established,
      served,
      { POST: things, body: thing("a") },
      {
        POST: things,
        body: { ...thing("b"), metadata: { name: "b", finalizers: ["example.com/x"] } },
      },
      { WATCH: "w", of: `${things}?resourceVersion=$(rv:b)` },
      { DELETE: own, view: () => "deletion begun" },
      { FRAMES: "w", count: 2 },
      { POST: things, body: thing("c") },
      { GET: `${things}/b` },
      { UNTIL: own, holds: condition("Terminating", "True"), view: conditions },
      { PATCH: `${things}/b`, merge: { metadata: { finalizers: null } } },
      { UNTIL: own, holds: (_, status) => status === 404 },
    ],
    "is updated": [
      { POST: path, body: crd() },
      established,
      served,
      { PATCH: own, merge: { spec: { names: { shortNames: ["th"], categories: ["all"] } } } },
      {
        UNTIL: own,
        holds: (body) => isArray(at(body, "status", "acceptedNames", "shortNames")),
        view: conditions,
      },
      {
        PATCH: own,
        merge: { spec: { versions: [version("v1"), { ...version("v2"), storage: false }] } },
      },
      {
        UNTIL: "/apis/$(token).$(group)/v2/things",
        holds: (_, status) => status === 200,
        view: () => "served",
      },
      {
        PATCH: own,
        merge: { spec: { versions: [{ ...version("v1"), storage: false }, version("v2")] } },
      },
      {
        UNTIL: own,
        holds: (body) => JSON.stringify(at(body, "status", "storedVersions")) === '["v1","v2"]',
        view: conditions,
      },
      { PATCH: own, merge: { spec: { versions: [version("v2")] } } },
      { PATCH: `${own}/status`, merge: { status: { storedVersions: ["v2"] } }, view: conditions },
      { PATCH: own, merge: { spec: { versions: [version("v2")] } } },
      { UNTIL: things, holds: (_, status) => status === 404 },
      {
        PATCH: own,
        merge: { spec: { versions: [{ ...version("v2"), served: false }] } },
        view: only("spec", "versions", 0, "served"),
      },
      { UNTIL: "/apis/$(token).$(group)/v2/things", holds: (_, status) => status === 404 },
      { GET: own },
    ],
    "keeps what is immutable": [
      { POST: path, body: crd() },
      established,
      { PATCH: own, merge: { spec: { scope: "Cluster" } } },
      { PATCH: own, merge: { spec: { group: "other.example.com" } } },
      { PATCH: own, merge: { spec: { names: { plural: "others" } } } },
      {
        PATCH: own,
        merge: { spec: { names: { kind: "Other" } } },
        view: only("spec", "names"),
      },
      {
        PATCH: own,
        merge: { spec: { conversion: { strategy: "None" } } },
        view: only("spec", "conversion"),
      },
      {
        PATCH: own,
        merge: { metadata: { labels: { app: "x" } } },
        view: only("metadata", "generation"),
      },
      { PATCH: `${own}/status`, merge: { status: { storedVersions: [] } } },
      { PATCH: `${own}/status`, merge: { status: { storedVersions: ["v9"] } } },
      { PATCH: own, merge: { status: { storedVersions: ["v9"] } }, view: conditions },
      { PUT: own, body: crd() },
    ],
    "shows deprecated versions with a warning": [
      {
        POST: path,
        body: crd({
          spec: {
            versions: [
              { ...version("v1"), deprecated: true },
              {
                ...version("v1beta1"),
                storage: false,
                deprecated: true,
                deprecationWarning: "use v1",
              },
            ],
          },
        }),
        view: only("spec"),
      },
      established,
      served,
      { GET: things },
      { POST: things, body: thing("a") },
      { GET: "/apis/$(token).$(group)/v1beta1/namespaces/$(ns)/things/a" },
      { GET: "/apis/$(token).$(group)" },
    ],
    "is applied": [
      { PATCH: `${own}?fieldManager=one`, apply: crd() },
      established,
      {
        PATCH: `${own}?fieldManager=one`,
        apply: crd({ spec: { names: { plural: "things", kind: "Thing", shortNames: ["th"] } } }),
        view: only("spec"),
      },
      {
        PATCH: `${own}?fieldManager=two`,
        apply: crd({ spec: { names: { plural: "things", kind: "Other" } } }),
      },
    ],
  },
};
