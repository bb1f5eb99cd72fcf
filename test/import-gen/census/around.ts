import type { JsonObject } from "../round-trip.js";
import {
  definition,
  integer,
  list,
  meta,
  preserve,
  rootOf,
  string,
  struct,
  versionOf,
} from "./build.js";
import { texts } from "./texts.js";

const scale: JsonObject = {
  specReplicasPath: ".spec.replicas",
  statusReplicasPath: ".status.replicas",
};
const full = struct({
  ...meta,
  spec: struct({ replicas: integer, a: string, b: list(struct({ c: string })) }),
  status: struct({ replicas: integer, selector: string, when: { ...string, format: "date-time" } }),
});

const columns: readonly JsonObject[] = [
  ...["string", "date", "integer", "boolean", "number"].map((type) => ({
    name: "A",
    type,
    jsonPath: ".spec.a",
  })),
  ...[0, 1, 2, 10, 500, 2000].map((priority) => ({
    name: "A",
    type: "string",
    jsonPath: ".spec.a",
    priority,
  })),
  ...["date-time", "int32", "int64", "float", "double", "byte", "date", "password"].map(
    (format) => ({ name: "A", type: "string", jsonPath: ".spec.a", format }),
  ),
  ...[
    "With Space",
    "CPU%",
    "a-b",
    "A,B",
    "A=B",
    "A;B",
    "'q'",
    '"q"',
    "`q`",
    "(x)",
    "*/",
    "\u00e4",
    "a/b",
    "#",
    "{a}",
    "a\\b",
    " ",
    "true",
    "1",
  ].map((name) => ({ name, type: "string", jsonPath: ".spec.a" })),
  ...[
    '.status.conditions[?(@.type=="Ready")].status',
    ".status.conditions[?(@.type=='Ready')].status",
    ".status.conditions[?(@.type == 'Ready' )].status",
    ".spec.b[*].c",
    ".spec.b[0].c",
    ".spec.b[-1:].c",
    ".metadata.labels.a\\.b/c",
    ".metadata.labels['a\\.b']",
    ".metadata.annotations.a\\.b\\.c/d-e",
    ".spec.a,.spec.b",
    ".spec['a','b']",
    "..a",
    ".spec[?(@.a=='`')].b",
  ].map((jsonPath) => ({ name: "A", type: "string", jsonPath })),
  ...texts
    .filter((text) => text !== "")
    .slice(0, 40)
    .map((description) => ({ name: "A", type: "string", jsonPath: ".spec.a", description })),
  {
    description: "All.",
    format: "int32",
    jsonPath: ".spec.replicas",
    name: "Replicas",
    priority: 1,
    type: "integer",
  },
];

const webhook = (clientConfig: JsonObject, more: JsonObject = {}): JsonObject => ({
  conversion: {
    strategy: "Webhook",
    webhook: { clientConfig, conversionReviewVersions: ["v1", "v1beta1"], ...more },
  },
});
const service: JsonObject = { name: "webhook", namespace: "system", path: "/convert" };
const ca =
  "LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSUJlakNDQVIrZ0F3SUJBZ0lVQ3k0PQotLS0tLUVORCBDRVJUSUZJQ0FURS0tLS0tCg==";

const versions = (...all: readonly JsonObject[]): JsonObject =>
  definition({
    versions: all.map((more, at) => ({
      ...versionOf({ root: full }),
      name: `v${at + 1}`,
      storage: at === 0,
      ...more,
    })),
  });

/** Definitions around their schemas. */
export const around: readonly JsonObject[] = [
  definition({}),
  definition({ spec: { scope: "Cluster" } }),
  ...[
    { subresources: {} },
    { subresources: { status: {} } },
    { subresources: { scale } },
    { subresources: { scale: { ...scale, labelSelectorPath: ".status.selector" }, status: {} } },
    {
      subresources: {},
      additionalPrinterColumns: [{ name: "A", type: "string", jsonPath: ".spec.a" }],
    },
    { additionalPrinterColumns: [{ name: "A", type: "string", jsonPath: ".spec.a" }] },
    {
      additionalPrinterColumns: [
        { name: "B", type: "string", jsonPath: ".spec.a" },
        { name: "A", type: "date", jsonPath: ".metadata.creationTimestamp" },
      ],
    },
    {
      additionalPrinterColumns: [
        { name: "A", type: "string", jsonPath: ".spec.a" },
        { name: "A", type: "string", jsonPath: ".spec.a" },
      ],
    },
    { additionalPrinterColumns: [] },
    { deprecated: true },
    { deprecated: false },
    {
      deprecated: true,
      deprecationWarning: 'example.com/v1 Store is deprecated; use "v2", it\'s better',
    },
    { served: false },
    { selectableFields: [{ jsonPath: ".spec.a" }] },
    {
      selectableFields: [{ jsonPath: ".spec.replicas" }, { jsonPath: ".spec.a" }],
      subresources: { status: {} },
    },
    { selectableFields: [] },
  ].map((version) => definition({ root: full, version })),
  ...columns.map((column) =>
    definition({
      root: full,
      version: { additionalPrinterColumns: [column], subresources: { status: {} } },
    }),
  ),
  definition({
    root: full,
    version: { additionalPrinterColumns: columns.filter(({ name }) => name !== "A") },
  }),
  versions({}, {}),
  versions({}, { served: false }, { deprecated: true, deprecationWarning: "Old." }),
  versions({ name: "v2" }, { name: "v1" }),
  versions(
    { name: "v1alpha1" },
    { name: "v1beta1" },
    { name: "v1" },
    { name: "v2alpha3" },
    { name: "v10" },
    { name: "beta" },
  ),
  versions({ name: "v2024-01-01" }, { name: "v1-rc" }),
  versions({ subresources: { status: {} } }, { subresources: { scale } }, {}),
  versions(
    { additionalPrinterColumns: [columns[0] ?? {}] },
    { additionalPrinterColumns: [columns[7] ?? {}] },
  ),
  versions(
    { schema: { openAPIV3Schema: rootOf({ a: string }) } },
    { schema: { openAPIV3Schema: rootOf({ a: struct({ b: string }) }) } },
    { schema: { openAPIV3Schema: { type: "object", ...preserve } } },
  ),
  versions({ served: true, storage: false }, { storage: true }),
  ...[
    { conversion: { strategy: "None" } },
    webhook({ service }),
    webhook({ service: { ...service, port: 9443 }, caBundle: ca }),
    webhook({ service: { name: "a", namespace: "b" } }, { conversionReviewVersions: ["v1"] }),
    webhook({ url: "https://example.com/convert" }),
    { preserveUnknownFields: false },
    { preserveUnknownFields: false, conversion: { strategy: "None" } },
  ].map((spec) => definition({ spec })),
  ...[
    { kind: "Store", plural: "stores" },
    { kind: "Store", plural: "stores", singular: "store" },
    { kind: "Store", plural: "stores", listKind: "StoreList" },
    { kind: "Store", plural: "stores", singular: "", listKind: "" },
    { kind: "Store", plural: "store", singular: "store", listKind: "StoreList" },
    { kind: "Store", plural: "storez", singular: "st", listKind: "Stores" },
    {
      kind: "Store",
      plural: "stores",
      singular: "store",
      listKind: "StoreList",
      shortNames: ["st", "s"],
      categories: ["all", "ours"],
    },
    {
      kind: "Store",
      plural: "stores",
      singular: "store",
      listKind: "StoreList",
      shortNames: [],
      categories: [],
    },
    { kind: "DNSRecord", plural: "dnsrecords", singular: "dnsrecord", listKind: "DNSRecordList" },
    { kind: "Policy", plural: "policies", singular: "policy", listKind: "PolicyList" },
    { kind: "Endpoints", plural: "endpoints", singular: "endpoints", listKind: "EndpointsList" },
    { kind: "store", plural: "stores", singular: "store", listKind: "storeList" },
    { kind: "Record", plural: "records", singular: "record", listKind: "RecordList" },
    { kind: "Object", plural: "objects", singular: "object", listKind: "ObjectList" },
    { kind: "String", plural: "strings", singular: "string", listKind: "StringList" },
    { kind: "Date", plural: "dates", singular: "date", listKind: "DateList" },
    { kind: "Condition", plural: "conditions", singular: "condition", listKind: "ConditionList" },
    { kind: "Secret", plural: "secrets", singular: "secret", listKind: "SecretList" },
    {
      kind: "ObjectMeta",
      plural: "objectmetas",
      singular: "objectmeta",
      listKind: "ObjectMetaList",
    },
    { kind: "List", plural: "lists", singular: "list", listKind: "ListList" },
    { kind: "StoreList", plural: "storelists", singular: "storelist", listKind: "StoreListList" },
    { kind: "Class", plural: "classes", singular: "class", listKind: "ClassList" },
    { kind: "Index", plural: "indices", singular: "index", listKind: "IndexList" },
  ].map((names) => definition({ names, root: full })),
  ...(
    [
      { annotations: { "controller-gen.kubebuilder.io/version": "v0.16.5" } },
      { annotations: { "controller-gen.kubebuilder.io/version": "(unknown)" } },
      {
        annotations: {
          "api-approved.kubernetes.io": "https://github.com/kubernetes/kubernetes/pull/1",
        },
      },
      {
        annotations: {
          a: "",
          "b/c": "true",
          d: "1",
          e: "a,b;c=d",
          f: "two\nlines\n",
          g: " x ",
          h: "*/",
          i: "`'\"",
        },
      },
      { annotations: {} },
      { labels: { app: "a", "app.kubernetes.io/name": "b", on: "y", empty: "" } },
      { labels: {}, annotations: { a: "b" } },
      { creationTimestamp: null },
      {
        creationTimestamp: "2024-01-01T00:00:00Z",
        generation: 1,
        resourceVersion: "1",
        uid: "a",
        selfLink: "b",
      },
      { finalizers: ["customresourcecleanup.apiextensions.k8s.io"] },
    ] satisfies readonly JsonObject[]
  ).map((more) => definition({ metadata: more })),
  {
    ...definition({}),
    status: { acceptedNames: { kind: "", plural: "" }, conditions: [], storedVersions: [] },
  },
  { ...definition({}), status: { storedVersions: ["v1"] } },
];
