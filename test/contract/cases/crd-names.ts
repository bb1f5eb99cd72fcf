import { at, type Json } from "../harness/json.js";
import type { Topic } from "../harness/topic.js";
import { condition, crd, established, own, served, version } from "./custom-definition.js";
import { causes, only } from "./views.js";

const conditions = (body: Json): Json => at(body, "status") ?? body;

const path = "customresourcedefinitions";

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
