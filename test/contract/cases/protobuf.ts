import { at, type Json } from "../harness/json.js";
import { protobufType } from "../harness/protobuf.js";
import type { Topic } from "../harness/topic.js";
import { widgets } from "./widgets.js";

/** `k8s`, a zero byte, and in the envelope the version v1, a kind and the bytes of a message. */
const configMap = (raw: string): string =>
  `6b387300 0a0f 0a027631 1209436f6e6669674d6170 12${hexLength(raw)} ${raw}`;
const hexLength = (raw: string): string =>
  (raw.replaceAll(" ", "").length / 2).toString(16).padStart(2, "0");

/** metadata.name of a message; `x`. */
const x = "0a03 0a0178";

const metadata = {
  name: "full",
  generateName: "unused-",
  labels: { a: "b", c: "" },
  annotations: { "example.com/note": "text" },
  finalizers: ["example.com/one", "example.com/two"],
  ownerReferences: [
    {
      apiVersion: "v1",
      kind: "ConfigMap",
      name: "owner",
      uid: "8e1c3ad2-8f2e-4a6c-9d1b-2f8a3b7c6d5e",
      controller: true,
      blockOwnerDeletion: false,
    },
  ],
  managedFields: [
    {
      manager: "elder",
      operation: "Update",
      apiVersion: "v1",
      time: "2020-01-02T03:04:05Z",
      fieldsType: "FieldsV1",
      fieldsV1: { "f:metadata": { "f:labels": { "f:a": {} } } },
      subresource: "status",
    },
  ],
};
const reference = {
  kind: "ConfigMap",
  namespace: "$(ns)",
  name: "c",
  uid: "u",
  apiVersion: "v1",
  resourceVersion: "1",
  fieldPath: "data",
};
const role = { apiGroup: "rbac.authorization.k8s.io", kind: "ClusterRole", name: "view" };
const subjects = [
  { apiGroup: "rbac.authorization.k8s.io", kind: "User", name: "u" },
  { kind: "ServiceAccount", name: "s", namespace: "$(ns)" },
];
const rules = [
  { verbs: ["get"], apiGroups: ["a"], resources: ["b/c"], resourceNames: ["d"] },
  { verbs: ["*"], apiGroups: [""], resources: ["*"] },
];
const authorizationReviews = "/apis/authorization.k8s.io/v1";
const review = (kind: string, body: Json): Json => ({
  apiVersion: "authorization.k8s.io/v1",
  kind,
  ...(body as object),
});
const attributes = {
  namespace: "$(ns)",
  verb: "get",
  group: "g",
  version: "v1",
  resource: "r",
  subresource: "s",
  name: "n",
  labelSelector: { requirements: [{ key: "k", operator: "In", values: ["v"] }] },
  fieldSelector: { rawSelector: "a=b" },
};

export const protobuf: Topic = {
  name: "protobuf",
  definitions: [widgets],
  cases: {
    "objects with all their members": [
      {
        POST: "configmaps",
        protobuf: {
          metadata,
          immutable: true,
          data: { a: "b", empty: "", "": "no" },
        },
      },
      {
        POST: "configmaps",
        protobuf: { metadata, immutable: false, data: { a: "ü" }, binaryData: { b: "AAH/" } },
      },
      {
        POST: "secrets",
        protobuf: {
          metadata: { name: "s" },
          immutable: true,
          data: { a: "AAH/" },
          stringData: { b: "text" },
          type: "example.com/t",
        },
      },
      {
        POST: "serviceaccounts",
        protobuf: {
          metadata: { name: "s" },
          secrets: [{ name: "a", namespace: "b" }],
          imagePullSecrets: [{ name: "p" }, {}],
          automountServiceAccountToken: false,
        },
      },
      {
        POST: "/api/v1/namespaces?dryRun=All",
        protobuf: {
          apiVersion: "v1",
          kind: "Namespace",
          metadata: { name: "n-$(token)" },
          spec: { finalizers: ["example.com/f"] },
          status: { phase: "Terminating", conditions: [{ type: "T", status: "True" }] },
        },
      },
      {
        POST: "leases",
        protobuf: {
          metadata: { name: "l" },
          spec: {
            holderIdentity: "me",
            leaseDurationSeconds: 15,
            acquireTime: "2026-01-02T03:04:05.678901Z",
            renewTime: "1969-12-31T23:59:59.000001Z",
            leaseTransitions: 0,
            strategy: "OldestEmulationVersion",
            preferredHolder: "you",
          },
        },
      },
      {
        POST: "events",
        protobuf: {
          metadata: { name: "e" },
          involvedObject: reference,
          reason: "R",
          message: "m",
          source: { component: "c", host: "h" },
          firstTimestamp: "2026-01-02T03:04:05Z",
          lastTimestamp: "2026-01-02T03:04:06Z",
          count: 2,
          type: "Warning",
          eventTime: "2026-01-02T03:04:05.000001Z",
          series: { count: 3, lastObservedTime: "2026-01-02T03:04:05.5Z" },
          action: "A",
          related: reference,
          reportingComponent: "example.com/c",
          reportingInstance: "i",
        },
      },
      {
        POST: "/apis/events.k8s.io/v1/namespaces/$(ns)/events",
        protobuf: {
          apiVersion: "events.k8s.io/v1",
          kind: "Event",
          metadata: { name: "f", namespace: "$(ns)" },
          eventTime: "2026-01-02T03:04:05.000001Z",
          series: { count: 3, lastObservedTime: "2026-01-02T03:04:05.5Z" },
          reportingController: "example.com/c",
          reportingInstance: "i",
          action: "A",
          reason: "R",
          regarding: reference,
          related: reference,
          note: "n",
          type: "Normal",
        },
      },
    ],
    "of access": [
      { POST: "roles", protobuf: { metadata: { name: "r" }, rules } },
      { POST: "rolebindings", protobuf: { metadata: { name: "b" }, subjects, roleRef: role } },
      {
        POST: "clusterroles?dryRun=All",
        protobuf: {
          metadata: { name: "r-$(token)" },
          rules: [{ verbs: ["get"], nonResourceURLs: ["/x/*"] }],
          aggregationRule: {
            clusterRoleSelectors: [
              {
                matchLabels: { a: "b" },
                matchExpressions: [{ key: "k", operator: "NotIn", values: ["v", "w"] }],
              },
              {},
            ],
          },
        },
      },
      {
        POST: "clusterrolebindings?dryRun=All",
        protobuf: { metadata: { name: "b-$(token)" }, subjects, roleRef: role },
      },
    ],
    reviews: [
      {
        POST: `${authorizationReviews}/selfsubjectaccessreviews`,
        protobuf: review("SelfSubjectAccessReview", { spec: { resourceAttributes: attributes } }),
        view: (body) => at(body, "spec") ?? body,
      },
      {
        POST: `${authorizationReviews}/subjectaccessreviews`,
        protobuf: review("SubjectAccessReview", {
          spec: {
            nonResourceAttributes: { path: "/x", verb: "get" },
            user: "u",
            groups: ["g", "h"],
            extra: { k: ["v", "w"], empty: [] },
            uid: "i",
          },
        }),
      },
      {
        POST: `${authorizationReviews}/namespaces/$(ns)/localsubjectaccessreviews`,
        protobuf: review("LocalSubjectAccessReview", {
          metadata: { namespace: "$(ns)" },
          spec: {
            resourceAttributes: { namespace: "$(ns)", verb: "get", resource: "r" },
            user: "u",
          },
        }),
      },
      {
        POST: `${authorizationReviews}/selfsubjectrulesreviews`,
        protobuf: review("SelfSubjectRulesReview", { spec: { namespace: "$(ns)" } }),
        caller: { as: "user", name: "nobody", groups: [] },
        view: (body) => at(body, "status", "incomplete") ?? body,
      },
      {
        POST: "/apis/authentication.k8s.io/v1/selfsubjectreviews",
        protobuf: { apiVersion: "authentication.k8s.io/v1", kind: "SelfSubjectReview" },
        caller: { as: "user", name: "alice", groups: ["dev"] },
      },
      {
        POST: "/apis/authentication.k8s.io/v1/tokenreviews",
        protobuf: {
          apiVersion: "authentication.k8s.io/v1",
          kind: "TokenReview",
          spec: { token: "nobody-knows-me", audiences: ["a"] },
        },
        view: (body) => at(body, "spec") ?? body,
      },
    ],
    definitions: [
      {
        POST: "customresourcedefinitions?dryRun=All",
        protobuf: definition("$(group)-p"),
        view: (body) => at(body, "spec") ?? body,
      },
    ],
    "replace, scale and delete": [
      { POST: "configmaps", body: { metadata: { name: "c" }, data: { a: "b" } } },
      { PUT: "configmaps/c", protobuf: { metadata: { name: "c" }, data: { c: "d" } } },
      {
        POST: "widgets",
        body: { metadata: { name: "w" }, spec: { size: 1 } },
        view: (body) => at(body, "spec") ?? body,
      },
      {
        PUT: "widgets/w/scale",
        protobuf: {
          apiVersion: "autoscaling/v1",
          kind: "Scale",
          metadata: { name: "w", namespace: "$(ns)" },
          spec: { replicas: 3 },
          status: { replicas: 7, selector: "a=b" },
        },
      },
      {
        DELETE: "configmaps/c",
        protobuf: {
          apiVersion: "v1",
          kind: "DeleteOptions",
          gracePeriodSeconds: 5,
          preconditions: { uid: "other", resourceVersion: "1" },
        },
        view: (body) => at(body, "reason") ?? body,
      },
      {
        DELETE: "configmaps/c",
        protobuf: {
          apiVersion: "v1",
          kind: "DeleteOptions",
          orphanDependents: true,
          propagationPolicy: "Orphan",
          dryRun: ["All"],
        },
      },
      {
        DELETE: "configmaps/c",
        hex: "6b387300 0a13 0a027631 120d44656c6574654f7074696f6e73 1202 0a7f",
      },
      { DELETE: "configmaps/c", hex: "78" },
      {
        DELETE: "configmaps/c",
        protobuf: { apiVersion: "v1", kind: "DeleteOptions", propagationPolicy: "Background" },
      },
    ],
    "kind and version are those of the path where there are none": [
      { POST: "configmaps?dryRun=All", hex: `6b387300 1205 ${x}` },
      { POST: "configmaps?dryRun=All", hex: `6b387300 0a0b 1209436f6e6669674d6170 1205 ${x}` },
      {
        POST: "configmaps?dryRun=All",
        protobuf: { apiVersion: "a/b/c", metadata: { name: "x" } },
      },
      { POST: "configmaps?dryRun=All", protobuf: { apiVersion: "v7", metadata: { name: "x" } } },
      { POST: "configmaps?dryRun=All", protobuf: { kind: "Secret", metadata: { name: "x" } } },
    ],
    "what is no message": [
      { POST: "configmaps", text: "", type: protobufType },
      { POST: "configmaps", hex: "6b387300" },
      { POST: "configmaps", hex: "6b387300 0803" },
      { POST: "configmaps", hex: "6b387300 0a0f0a02" },
      { POST: "configmaps", protobuf: { metadata: { name: "x" }, data: { a: "b" } }, cut: -6 },
      ...[
        "0a7f",
        "0803",
        "0c",
        "0a01 0c",
        "0200",
        `${x} fe01`,
        `${x} 1a04 0a02 6100 1000`,
        "ffffffffffffffffffffff01",
        "0a fbffffffffffffffff01",
        `${x} 2202 0101`,
        "0a04 2a02 08",
      ].map((raw) => ({ POST: "configmaps", hex: configMap(raw) })),
    ],
    "what the type does not know": [
      {
        POST: "configmaps?dryRun=All&fieldValidation=Strict",
        hex: configMap(`${x} 980604 9206027a7a 9b06 0801 9c06 9906 0000000000000000 9d06 00000000`),
      },
      { POST: "configmaps?dryRun=All", hex: configMap(`${x} 1203 0a0161 1a03 0a0162`) },
      { POST: "configmaps?dryRun=All", hex: configMap(`${x} 2007 0a03 120179 1206 0a0161 120162`) },
      { POST: "configmaps?dryRun=All", hex: configMap(`${x} 1207 0a0161 1202 ff61`) },
    ],
  },
};

function definition(group: string): Json {
  const plain = { type: "string" };
  return {
    metadata: { name: `parts.${group}` },
    spec: {
      group,
      scope: "Namespaced",
      names: {
        plural: "parts",
        singular: "part",
        kind: "Part",
        listKind: "PartList",
        shortNames: ["pt"],
        categories: ["all"],
      },
      conversion: {
        strategy: "Webhook",
        webhook: {
          clientConfig: {
            service: { namespace: "n", name: "s", path: "/convert", port: 8443 },
            caBundle: "",
          },
          conversionReviewVersions: ["v1"],
        },
      },
      versions: [
        {
          name: "v1",
          served: true,
          storage: true,
          deprecated: true,
          deprecationWarning: "old",
          subresources: {
            status: {},
            scale: {
              specReplicasPath: ".spec.replicas",
              statusReplicasPath: ".status.replicas",
              labelSelectorPath: ".status.selector",
            },
          },
          additionalPrinterColumns: [
            {
              name: "Size",
              type: "integer",
              format: "int32",
              description: "d",
              priority: 1,
              jsonPath: ".spec.size",
            },
          ],
          selectableFields: [{ jsonPath: ".spec.color" }],
          schema: {
            openAPIV3Schema: {
              type: "object",
              title: "t",
              description: "d",
              externalDocs: { description: "e", url: "https://example.com" },
              properties: {
                spec: {
                  type: "object",
                  required: ["size"],
                  properties: {
                    color: { type: "string", enum: ["red", "blue"], default: "red" },
                    size: {
                      type: "integer",
                      format: "int32",
                      minimum: 0.5,
                      exclusiveMinimum: true,
                      maximum: 10,
                      exclusiveMaximum: false,
                      multipleOf: 1,
                    },
                    text: {
                      type: "string",
                      minLength: 0,
                      maxLength: 9,
                      pattern: "^a",
                      nullable: true,
                      default: null,
                      example: { any: [1, "x", null] },
                    },
                    list: {
                      type: "array",
                      items: { type: "object", properties: { k: plain }, required: ["k"] },
                      minItems: 1,
                      maxItems: 3,
                      "x-kubernetes-list-type": "map",
                      "x-kubernetes-list-map-keys": ["k"],
                    },
                    map: {
                      type: "object",
                      additionalProperties: plain,
                      minProperties: 1,
                      maxProperties: 2,
                      "x-kubernetes-map-type": "atomic",
                    },
                    open: { type: "object", additionalProperties: true },
                    raw: {
                      type: "object",
                      "x-kubernetes-preserve-unknown-fields": true,
                      "x-kubernetes-embedded-resource": true,
                    },
                    port: {
                      "x-kubernetes-int-or-string": true,
                      anyOf: [{ type: "integer" }, { type: "string" }],
                    },
                    some: {
                      type: "string",
                      allOf: [{ minLength: 1 }],
                      oneOf: [{ pattern: "a" }, { pattern: "b" }],
                      not: { pattern: "z" },
                    },
                  },
                  "x-kubernetes-validations": [
                    {
                      rule: "self.size > 0 || oldSelf.hasValue()",
                      message: "m",
                      messageExpression: "'e'",
                      reason: "FieldValueForbidden",
                      fieldPath: ".size",
                      optionalOldSelf: true,
                    },
                  ],
                },
                status: {
                  type: "object",
                  "x-kubernetes-preserve-unknown-fields": true,
                },
              },
            },
          },
        },
      ],
    },
  };
}
