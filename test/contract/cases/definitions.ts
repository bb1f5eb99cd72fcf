import { at, isArray, type Json, type JsonObject } from "../harness/json.js";
import type { Step, Topic } from "../harness/topic.js";
import { causes, only } from "./views.js";

/** A definition of the case's own group. */
export const crd = (changes: JsonObject = {}): JsonObject => ({
  metadata: { name: "things.$(token).$(group)" },
  ...changes,
  spec: {
    group: "$(token).$(group)",
    scope: "Namespaced",
    names: { plural: "things", kind: "Thing" },
    versions: [version("v1")],
    ...(changes["spec"] as object | undefined),
  },
});

export const version = (name: string): JsonObject => ({
  name,
  served: true,
  storage: true,
  schema: { openAPIV3Schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true } },
});

/** A definition whose only version has this schema; not served until it is valid. */
const schema = (openAPIV3Schema: Json): Step => ({
  POST: "customresourcedefinitions?dryRun=All",
  body: crd({ spec: { versions: [{ ...version("v1"), schema: { openAPIV3Schema } }] } }),
  view: causes,
});

/** A schema for spec. */
const spec = (properties: JsonObject): Step =>
  schema({ type: "object", properties: { spec: { type: "object", properties } } });

const conditions = (body: Json): Json => at(body, "status") ?? body;

const condition =
  (type: string, value: string) =>
  (body: Json): boolean => {
    const all = at(body, "status", "conditions");
    return (
      isArray(all) && all.some((one) => at(one, "type") === type && at(one, "status") === value)
    );
  };

const path = "customresourcedefinitions";
const own = `${path}/things.$(token).$(group)`;
const established: Step = { UNTIL: own, holds: condition("Established", "True"), view: conditions };
const served: Step = {
  UNTIL: "/apis/$(token).$(group)/v1/things",
  holds: (_, status) => status === 200,
  view: () => "served",
};
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

export const crdNames: Topic = {
  name: "crd-names",
  cases: {
    "conflict with those that are taken": [
      {
        POST: path,
        body: crd({
          spec: {
            names: {
              plural: "things",
              kind: "Thing",
              singular: "thing",
              shortNames: ["th"],
              categories: ["x"],
            },
          },
        }),
        view: only("spec", "names"),
      },
      established,
      {
        POST: path,
        body: crd({
          metadata: { name: "others.$(token).$(group)" },
          spec: {
            names: { plural: "others", kind: "Thing", singular: "other", shortNames: ["th"] },
          },
        }),
        view: only("spec", "names"),
      },
      {
        UNTIL: `${path}/others.$(token).$(group)`,
        holds: condition("NamesAccepted", "False"),
        view: conditions,
      },
      { GET: "/apis/$(token).$(group)/v1/others" },
      {
        POST: path,
        body: crd({
          metadata: { name: "mores.$(token).$(group)" },
          spec: { names: { plural: "mores", kind: "More", singular: "thing" } },
        }),
        view: only("spec", "names"),
      },
      {
        UNTIL: `${path}/mores.$(token).$(group)`,
        holds: condition("NamesAccepted", "False"),
        view: conditions,
      },
      { DELETE: own, view: () => "deleted" },
      { UNTIL: own, holds: (_, status) => status === 404 },
      {
        UNTIL: `${path}/others.$(token).$(group)`,
        holds: condition("Established", "True"),
        view: conditions,
      },
      {
        UNTIL: `${path}/mores.$(token).$(group)`,
        holds: condition("Established", "True"),
        view: conditions,
      },
    ],
    "are derived and checked": [
      { POST: `${path}?dryRun=All`, body: crd(), view: only("spec") },
      ...[
        { plural: "things", kind: "Thing", singular: "Upper" },
        { plural: "things", kind: "thing_" },
        { plural: "things", kind: "9Thing" },
        { plural: "things", kind: "" },
        { plural: "", kind: "Thing" },
        { plural: "Things", kind: "Thing" },
        { plural: "others", kind: "Thing" },
        { plural: "things", kind: "Thing", listKind: "Thing" },
        { plural: "things", kind: "Thing", listKind: "bad list" },
        { plural: "things", kind: "Thing", shortNames: ["Bad", "ok", "th.ing"] },
        { plural: "things", kind: "Thing", categories: ["Bad Category"] },
        { plural: "things", kind: "Thing", singular: "things", shortNames: ["things"] },
        { plural: "things", kind: "Things", listKind: "ThingsList" },
      ].map((names) => ({
        POST: `${path}?dryRun=All`,
        body: crd({ spec: { names } }),
        view: causes,
      })),
      { POST: `${path}?dryRun=All`, body: crd({ metadata: { name: "wrong" } }), view: causes },
      { POST: `${path}?dryRun=All`, body: crd({ spec: { group: "nodots" } }), view: causes },
      { POST: `${path}?dryRun=All`, body: crd({ spec: { group: "" } }), view: causes },
      { POST: `${path}?dryRun=All`, body: crd({ spec: { group: "Bad.Group" } }), view: causes },
      {
        POST: `${path}?dryRun=All`,
        body: crd({ metadata: { name: "things.x.k8s.io" }, spec: { group: "x.k8s.io" } }),
        view: causes,
      },
      {
        POST: `${path}?dryRun=All`,
        body: crd({
          metadata: {
            name: "things.x.k8s.io",
            annotations: {
              "api-approved.kubernetes.io": "https://github.com/kubernetes/enhancements/pull/1111",
            },
          },
          spec: { group: "x.k8s.io" },
        }),
        view: causes,
      },
      {
        POST: `${path}?dryRun=All`,
        body: crd({
          metadata: {
            name: "things.x.k8s.io",
            annotations: { "api-approved.kubernetes.io": "unapproved, testing-only" },
          },
          spec: { group: "x.k8s.io" },
        }),
        view: causes,
      },
      { POST: `${path}?dryRun=All`, body: crd({ spec: { scope: "Other" } }), view: causes },
      { POST: `${path}?dryRun=All`, body: crd({ spec: { scope: null } }), view: causes },
      { POST: `${path}?dryRun=All`, body: { metadata: { name: "x" } }, view: causes },
      { POST: `${path}?dryRun=All`, body: { metadata: { name: "x" }, spec: {} }, view: causes },
    ],
    "of versions": [
      ...[
        [],
        [{ ...version("v1"), storage: false }],
        [version("v1"), version("v2")],
        [version("v1"), { ...version("v1"), storage: false }],
        [version("Bad")],
        [version("")],
        [version("1-2")],
        [{ name: "v1", served: true, storage: true }],
        [{ name: "v1", served: true, storage: true, schema: {} }],
        [{ name: "v1", storage: true, schema: { openAPIV3Schema: { type: "object" } } }],
        [{ ...version("v1"), served: false }],
        [{ ...version("v1"), deprecationWarning: "x" }],
        [{ ...version("v1"), deprecated: true, deprecationWarning: "" }],
        [{ ...version("v1"), deprecated: true, deprecationWarning: "\n" }],
        [{ ...version("v1"), subresources: { scale: {} } }],
        [
          {
            ...version("v1"),
            subresources: {
              scale: { specReplicasPath: "spec.replicas", statusReplicasPath: ".spec.replicas" },
            },
          },
        ],
        [
          {
            ...version("v1"),
            subresources: {
              scale: {
                specReplicasPath: ".spec.a[0]",
                statusReplicasPath: ".status.replicas",
                labelSelectorPath: ".metadata.x",
              },
            },
          },
        ],
        [{ ...version("v1"), additionalPrinterColumns: [{ name: "", type: "x", jsonPath: "" }] }],
        [
          {
            ...version("v1"),
            additionalPrinterColumns: [{ name: "A", type: "string", jsonPath: "spec.x" }],
          },
        ],
        [
          {
            ...version("v1"),
            additionalPrinterColumns: [{ name: "A", type: "string", jsonPath: ".spec[" }],
          },
        ],
        [
          {
            ...version("v1"),
            additionalPrinterColumns: [
              { name: "A", type: "integer", format: "int31", jsonPath: ".spec.x" },
            ],
          },
        ],
        [{ ...version("v1"), selectableFields: [{ jsonPath: ".spec.x" }] }],
        [
          {
            ...version("v1"),
            schema: {
              openAPIV3Schema: {
                type: "object",
                properties: {
                  spec: {
                    type: "object",
                    properties: {
                      x: { type: "string" },
                      list: { type: "array", items: { type: "string" } },
                    },
                  },
                },
              },
            },
            selectableFields: [
              { jsonPath: ".spec.x" },
              { jsonPath: ".spec.x" },
              { jsonPath: ".spec.list" },
              { jsonPath: ".metadata.name" },
              { jsonPath: "spec.x" },
              { jsonPath: "" },
            ],
          },
        ],
      ].map((versions) => ({
        POST: `${path}?dryRun=All`,
        body: crd({ spec: { versions } }),
        view: causes,
      })),
    ],
    "come in the order of versions": [
      {
        POST: path,
        body: crd({
          spec: {
            versions: [
              "v1alpha1",
              "v2",
              "v10",
              "v1",
              "v2beta1",
              "foo",
              "v11beta2",
              "v3alpha1",
              "bar1",
              "v2beta10",
            ].map((name) => ({ ...version(name), storage: name === "v1" })),
          },
        }),
        view: () => "created",
      },
      established,
      served,
      { GET: "/apis/$(token).$(group)" },
    ],
    "of conversions": [
      ...[
        { strategy: "Webhook" },
        { strategy: "Other" },
        { strategy: "None", webhook: { conversionReviewVersions: ["v1"] } },
        {
          strategy: "Webhook",
          webhook: { conversionReviewVersions: [], clientConfig: { url: "https://a" } },
        },
        { strategy: "Webhook", webhook: { conversionReviewVersions: ["v1"], clientConfig: {} } },
        {
          strategy: "Webhook",
          webhook: { conversionReviewVersions: ["v1"], clientConfig: { url: "http://a" } },
        },
        {
          strategy: "Webhook",
          webhook: {
            conversionReviewVersions: ["v1"],
            clientConfig: { url: "https://u:p@a/?q#f" },
          },
        },
        {
          strategy: "Webhook",
          webhook: { conversionReviewVersions: ["v9"], clientConfig: { url: "https://a" } },
        },
        {
          strategy: "Webhook",
          webhook: { conversionReviewVersions: ["v1", "v1"], clientConfig: { url: "https://a" } },
        },
        {
          strategy: "Webhook",
          webhook: {
            conversionReviewVersions: ["v1"],
            clientConfig: { url: "https://a", service: { name: "s", namespace: "n" } },
          },
        },
        {
          strategy: "Webhook",
          webhook: { conversionReviewVersions: ["v1"], clientConfig: { service: {} } },
        },
        {
          strategy: "Webhook",
          webhook: {
            conversionReviewVersions: ["v1"],
            clientConfig: { service: { name: "s", namespace: "n", port: 0, path: "x" } },
          },
        },
        {
          strategy: "Webhook",
          webhook: {
            conversionReviewVersions: ["v1"],
            clientConfig: { url: "https://a", caBundle: "Z2FyYmFnZQ==" },
          },
        },
        {
          strategy: "Webhook",
          webhook: {
            conversionReviewVersions: ["v1", "v1beta1"],
            clientConfig: { service: { name: "s", namespace: "n" } },
          },
        },
      ].map((conversion) => ({
        POST: `${path}?dryRun=All`,
        body: crd({ spec: { conversion } }),
        view: (body: Json) =>
          at(body, "kind") === "Status" ? causes(body) : (at(body, "spec", "conversion") ?? null),
      })),
      {
        POST: `${path}?dryRun=All`,
        body: crd({ spec: { preserveUnknownFields: true } }),
        view: causes,
      },
      { POST: `${path}?dryRun=All`, body: crd({ spec: { unknown: true } }), view: causes },
    ],
  },
};

const text = { type: "string" };

export const crdValidation: Topic = {
  name: "crd-validation",
  cases: {
    "wants structural schemas": [
      schema({}),
      schema({ type: "string" }),
      schema({ type: "array" }),
      schema({ properties: {} }),
      schema({ type: "object", nullable: true }),
      spec({ x: {} }),
      spec({ x: { type: "other" } }),
      spec({ x: { type: "array" } }),
      spec({ x: { type: "array", items: {} } }),
      spec({ x: { type: "array", items: [text] } }),
      spec({ x: { type: "object", additionalProperties: false } }),
      spec({ x: { type: "object", additionalProperties: true } }),
      spec({ x: { type: "object", additionalProperties: text, properties: { y: text } } }),
      spec({ x: { type: "string", properties: { y: text } } }),
      spec({ x: { properties: { y: text } } }),
      spec({ x: { anyOf: [{ type: "string" }, { type: "integer" }] } }),
      spec({ x: { type: "object", anyOf: [{ properties: { y: { minLength: 1 } } }] } }),
      spec({
        x: {
          type: "object",
          properties: { y: text },
          anyOf: [{ properties: { y: { minLength: 1 } } }, { required: ["y"] }],
        },
      }),
      spec({
        x: {
          type: "object",
          not: {
            type: "object",
            description: "d",
            default: 1,
            nullable: true,
            additionalProperties: text,
          },
        },
      }),
      spec({ x: { type: "string", allOf: [{ "x-kubernetes-int-or-string": true }] } }),
      spec({ x: { $ref: "#/x" } }),
      spec({ x: { type: "string", uniqueItems: true } }),
      spec({ x: { type: "array", items: text, uniqueItems: true } }),
      spec({
        x: {
          type: "object",
          patternProperties: {},
          dependencies: {},
          definitions: {},
          additionalItems: false,
          deprecated: true,
          discriminator: {},
          id: "x",
          readOnly: true,
          writeOnly: true,
          xml: {},
        },
      }),
      schema({
        type: "object",
        properties: {
          apiVersion: { type: "integer" },
          kind: { type: "object" },
          metadata: { type: "string" },
        },
      }),
      schema({
        type: "object",
        properties: {
          metadata: { type: "object", properties: { name: { type: "string", maxLength: 5 } } },
        },
      }),
      schema({
        type: "object",
        properties: { metadata: { type: "object", properties: { labels: { type: "object" } } } },
      }),
      schema({
        type: "object",
        properties: { metadata: { type: "object", required: ["name"], maxProperties: 3 } },
      }),
      schema({ type: "object", additionalProperties: text }),
    ],
    "checks extensions": [
      spec({ x: { "x-kubernetes-preserve-unknown-fields": false, type: "object" } }),
      spec({ x: { "x-kubernetes-preserve-unknown-fields": true, type: "string" } }),
      spec({ x: { "x-kubernetes-preserve-unknown-fields": true } }),
      spec({ x: { "x-kubernetes-int-or-string": true, type: "string" } }),
      spec({
        x: { "x-kubernetes-int-or-string": true, anyOf: [{ type: "integer" }, { type: "string" }] },
      }),
      spec({
        x: { "x-kubernetes-int-or-string": true, anyOf: [{ type: "string" }, { type: "integer" }] },
      }),
      spec({
        x: {
          "x-kubernetes-int-or-string": true,
          allOf: [{ anyOf: [{ type: "integer" }, { type: "string" }] }, { pattern: "x" }],
        },
      }),
      spec({ x: { type: "object", "x-kubernetes-embedded-resource": true } }),
      spec({
        x: {
          type: "object",
          "x-kubernetes-embedded-resource": true,
          "x-kubernetes-preserve-unknown-fields": true,
        },
      }),
      spec({ x: { type: "string", "x-kubernetes-embedded-resource": true } }),
      spec({ x: { type: "object", "x-kubernetes-list-type": "set" } }),
      spec({ x: { type: "array", items: text, "x-kubernetes-list-type": "other" } }),
      spec({ x: { type: "array", items: text, "x-kubernetes-list-type": "map" } }),
      spec({ x: { type: "array", items: { type: "object" }, "x-kubernetes-list-type": "set" } }),
      spec({
        x: {
          type: "array",
          items: { type: "object", "x-kubernetes-map-type": "atomic" },
          "x-kubernetes-list-type": "set",
        },
      }),
      spec({
        x: {
          type: "array",
          items: { type: "array", items: text },
          "x-kubernetes-list-type": "set",
        },
      }),
      spec({
        x: {
          type: "array",
          items: { type: "string", nullable: true },
          "x-kubernetes-list-type": "set",
        },
      }),
      spec({
        x: {
          type: "array",
          items: { type: "object", properties: { k: text } },
          "x-kubernetes-list-type": "map",
          "x-kubernetes-list-map-keys": ["k"],
        },
      }),
      spec({
        x: {
          type: "array",
          items: { type: "object", required: ["k"], properties: { k: text } },
          "x-kubernetes-list-type": "map",
          "x-kubernetes-list-map-keys": ["k", "k"],
        },
      }),
      spec({
        x: {
          type: "array",
          items: { type: "object", properties: { k: { type: "string", default: "d" } } },
          "x-kubernetes-list-type": "map",
          "x-kubernetes-list-map-keys": ["k"],
        },
      }),
      spec({
        x: {
          type: "array",
          items: { type: "object", required: ["k"], properties: { k: { type: "object" } } },
          "x-kubernetes-list-type": "map",
          "x-kubernetes-list-map-keys": ["k", "none"],
        },
      }),
      spec({
        x: {
          type: "array",
          items: {
            type: "object",
            required: ["k"],
            properties: { k: { type: "string", nullable: true } },
          },
          "x-kubernetes-list-type": "map",
          "x-kubernetes-list-map-keys": ["k"],
        },
      }),
      spec({ x: { type: "array", items: text, "x-kubernetes-list-map-keys": ["k"] } }),
      spec({ x: { type: "array", items: text, "x-kubernetes-map-type": "atomic" } }),
      spec({ x: { type: "object", "x-kubernetes-map-type": "other" } }),
      spec({
        x: { type: "object", additionalProperties: text, "x-kubernetes-map-type": "granular" },
      }),
    ],
    "checks defaults": [
      spec({ x: { type: "integer", default: "text" } }),
      spec({ x: { type: "integer", default: 1.5 } }),
      spec({ x: { type: "integer", default: 5, maximum: 3 } }),
      spec({ x: { type: "string", default: null } }),
      spec({ x: { type: "string", nullable: true, default: null } }),
      spec({ x: { type: "object", default: {}, required: ["y"], properties: { y: text } } }),
      spec({
        x: {
          type: "object",
          default: {},
          required: ["y"],
          properties: { y: { type: "string", default: "z" } },
        },
      }),
      spec({ x: { type: "object", default: { unknown: 1 }, properties: { y: text } } }),
      spec({ x: { type: "object", default: { y: "z", deep: {} }, properties: { y: text } } }),
      spec({ x: { type: "array", default: [1, "2"], items: { type: "integer" } } }),
      spec({ x: { type: "string", enum: ["a", "b"], default: "c" } }),
      spec({ x: { type: "string", pattern: "^a", default: "b" } }),
      spec({ x: { type: "string", format: "date", default: "not" } }),
      schema({ type: "object", default: {} }),
      schema({ type: "object", properties: { metadata: { type: "object", default: {} } } }),
      schema({
        type: "object",
        properties: {
          spec: {
            type: "object",
            "x-kubernetes-embedded-resource": true,
            "x-kubernetes-preserve-unknown-fields": true,
            default: { apiVersion: "v1", kind: "X" },
          },
        },
      }),
      spec({ x: { type: "object", not: { properties: { y: { default: 1 } } } } }),
    ],
    "checks values of keywords": [
      spec({ x: { type: "string", pattern: "(" } }),
      spec({ x: { type: "string", pattern: "(?=a)" } }),
      spec({ x: { type: "string", enum: [] } }),
      spec({ x: { type: "string", enum: ["a", "a"] } }),
      spec({ x: { type: "string", enum: [1] } }),
      spec({ x: { type: "string", format: "unknown" } }),
      spec({ x: { type: "string", minLength: -1 } }),
      spec({ x: { type: "string", minLength: 5, maxLength: 3 } }),
      spec({ x: { type: "integer", minimum: 5, maximum: 3 } }),
      spec({ x: { type: "integer", multipleOf: 0 } }),
      spec({ x: { type: "integer", minimum: "a" } }),
      spec({ x: { type: "integer", format: "int32", exclusiveMinimum: true } }),
      spec({ x: { type: "object", required: ["none"] } }),
      spec({ x: { type: "object", required: ["a", "a"], properties: { a: text } } }),
      spec({ x: { type: "object", minProperties: -1 } }),
      spec({ x: { type: "array", items: text, minItems: -1, maxItems: -2 } }),
      spec({ x: { type: ["string", "null"] } }),
      spec({ x: { type: "string", title: 1 } }),
      spec({ "": text, "a.b/c~d": text, __proto__: text }),
    ],
    "checks rules": [
      spec({ x: { type: "string", "x-kubernetes-validations": [{ rule: "" }] } }),
      spec({ x: { type: "string", "x-kubernetes-validations": [{ rule: "self" }] } }),
      spec({ x: { type: "string", "x-kubernetes-validations": [{ rule: "self.size(" }] } }),
      spec({ x: { type: "string", "x-kubernetes-validations": [{ rule: "self.missing == 1" }] } }),
      spec({
        x: {
          type: "string",
          maxLength: 10,
          "x-kubernetes-validations": [{ rule: "self.size() > 1", message: "" }],
        },
      }),
      spec({
        x: {
          type: "string",
          maxLength: 10,
          "x-kubernetes-validations": [{ rule: "self.size() > 1", message: "two\nlines" }],
        },
      }),
      spec({
        x: {
          type: "string",
          maxLength: 10,
          "x-kubernetes-validations": [{ rule: "self\n.size() > 1" }],
        },
      }),
      spec({
        x: {
          type: "string",
          maxLength: 10,
          "x-kubernetes-validations": [{ rule: "self.size() > 1", messageExpression: "1" }],
        },
      }),
      spec({
        x: {
          type: "string",
          maxLength: 10,
          "x-kubernetes-validations": [{ rule: "self.size() > 1", reason: "Other" }],
        },
      }),
      spec({
        x: {
          type: "string",
          maxLength: 10,
          "x-kubernetes-validations": [{ rule: "self.size() > 1", fieldPath: ".y" }],
        },
      }),
      // What string() makes of a value has no limit that the estimate knows.
      spec({
        x: {
          type: "boolean",
          "x-kubernetes-validations": [{ rule: "self", messageExpression: "string(self)" }],
        },
      }),
      spec({
        x: {
          type: "object",
          properties: { y: text },
          "x-kubernetes-validations": [{ rule: "has(self.y)", fieldPath: ".none" }],
        },
      }),
      spec({
        x: {
          type: "string",
          "x-kubernetes-validations": [{ rule: "oldSelf == self", optionalOldSelf: true }],
        },
      }),
      spec({
        x: {
          type: "array",
          items: {
            type: "string",
            maxLength: 5,
            "x-kubernetes-validations": [{ rule: "self == oldSelf" }],
          },
          maxItems: 5,
        },
      }),
      spec({
        x: {
          type: "array",
          items: {
            type: "array",
            items: { type: "string", "x-kubernetes-validations": [{ rule: "self.matches('a+')" }] },
          },
        },
      }),
      spec({
        x: {
          type: "array",
          items: { type: "string" },
          "x-kubernetes-validations": [{ rule: "self.all(a, self.all(b, self.all(c, a == b)))" }],
        },
      }),
      spec({
        x: {
          "x-kubernetes-preserve-unknown-fields": true,
          type: "object",
          "x-kubernetes-validations": [{ rule: "has(self.y)" }],
        },
      }),
      schema({
        type: "object",
        "x-kubernetes-validations": [
          { rule: "self.metadata.name.startsWith('x')" },
          { rule: "self.metadata.labels.size() > 0" },
        ],
      }),
    ],
  },
};
