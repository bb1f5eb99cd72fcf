import { at } from "../harness/json.js";
import type { Topic } from "../harness/topic.js";
import { gadgets, named, planets, widgets } from "./widgets.js";

const a = named("a");
const table = "application/json;as=Table;g=meta.k8s.io;v=v1";
const partial = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";
const partialList = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

const shirts = {
  plural: "shirts",
  kind: "Shirt",
  schema: { type: "object", "x-kubernetes-preserve-unknown-fields": true },
  version: {
    subresources: { status: {} },
    additionalPrinterColumns: [
      { name: "Color", type: "string", jsonPath: ".spec.color", description: "its color" },
      { name: "Size", type: "integer", jsonPath: ".spec.size", priority: 1 },
      { name: "Weight", type: "number", jsonPath: ".spec.weight", format: "double" },
      { name: "Ironed", type: "boolean", jsonPath: ".spec.ironed" },
      { name: "Bought", type: "date", jsonPath: ".spec.bought" },
      { name: "Tags", type: "string", jsonPath: ".spec.tags" },
      { name: "First", type: "string", jsonPath: ".spec.tags[0]" },
      { name: "All", type: "string", jsonPath: ".spec.tags[*]" },
      { name: "Ready", type: "string", jsonPath: '.spec.conditions[?(@.type=="Ready")].status' },
      { name: "Label", type: "string", jsonPath: ".metadata.labels.app" },
      { name: "Dotted", type: "string", jsonPath: ".metadata.annotations.example\\.com/x" },
      { name: "Object", type: "string", jsonPath: ".spec.object" },
      { name: "Wrong", type: "integer", jsonPath: ".spec.color" },
    ],
  },
};

export const tables: Topic = {
  name: "tables",
  definitions: [widgets, shirts],
  cases: {
    "have name and age": [
      { POST: "widgets", body: a() },
      { GET: "widgets", headers: { accept: table } },
      { GET: "widgets/a", headers: { accept: table } },
      { GET: "widgets?includeObject=Object", headers: { accept: table } },
      { GET: "widgets?includeObject=None", headers: { accept: table } },
      { GET: "widgets?includeObject=Metadata", headers: { accept: table } },
      { GET: "widgets?includeObject=Other", headers: { accept: table } },
      { GET: "widgets?limit=1", headers: { accept: table } },
      { GET: "widgets?fieldSelector=metadata.name%3Dnone", headers: { accept: table } },
      { GET: "widgets/none", headers: { accept: table } },
      { POST: "widgets", body: named("b")(), headers: { accept: table } },
      { DELETE: "widgets/b", headers: { accept: table } },
    ],
    "have the printer columns of a definition": [
      {
        POST: "shirts",
        body: {
          metadata: { name: "a", labels: { app: "x" }, annotations: { "example.com/x": "dotted" } },
          spec: {
            color: "blue",
            size: 3,
            weight: 1.5,
            ironed: true,
            bought: "2001-02-03T04:05:06Z",
            tags: ["s", "t"],
            conditions: [{ type: "Ready", status: "True" }],
            object: { b: 1, a: [true] },
          },
        },
      },
      {
        POST: "shirts",
        body: named("b")({
          spec: {
            color: 7,
            size: "big",
            weight: "x",
            ironed: "y",
            bought: "never",
            tags: [],
            conditions: [],
          },
        }),
      },
      { POST: "shirts", body: named("c")() },
      { GET: "shirts", headers: { accept: table } },
      { GET: "shirts/a", headers: { accept: table } },
    ],
    "of built-in resources": [
      { POST: "configmaps", body: named("a")({ data: { k: "v", l: "w" } }) },
      { POST: "secrets", body: named("a")({ stringData: { k: "v" } }) },
      { POST: "leases", body: named("a")({ spec: { holderIdentity: "me" } }) },
      {
        POST: "events",
        body: {
          metadata: { name: "a" },
          involvedObject: { kind: "Widget", name: "x", namespace: "$(ns)" },
          reason: "R",
          message: "M",
          type: "Normal",
          count: 3,
        },
      },
      { POST: "serviceaccounts", body: named("a")() },
      { GET: "configmaps", headers: { accept: table } },
      { GET: "secrets", headers: { accept: table } },
      { GET: "leases", headers: { accept: table } },
      { GET: "serviceaccounts", headers: { accept: table } },
      { GET: "namespaces/$(ns)", headers: { accept: table } },
      { GET: "customresourcedefinitions/widgets.$(group)", headers: { accept: table } },
      {
        GET: "events",
        headers: { accept: table },
        view: (body) => at(body, "columnDefinitions") ?? null,
      },
    ],
  },
};

export const negotiation: Topic = {
  name: "negotiation",
  definitions: [widgets, gadgets],
  cases: {
    "answers what is accepted": [
      { POST: "widgets", body: a() },
      ...[
        "",
        "*/*",
        "application/*",
        "application/json, */*",
        "application/yaml",
        "application/json;q=0.5, application/yaml",
        "text/html",
        "application/cbor",
        "application/vnd.kubernetes.protobuf, application/json",
        "application/json; charset=utf-8",
        "application/json;as=Other;g=meta.k8s.io;v=v1",
        "application/json;as=Table;g=meta.k8s.io;v=v2",
        "application/json;as=Table;g=meta.k8s.io;v=v1beta1",
        partial,
        partialList,
        `${partial},application/json`,
        `${partialList},application/json`,
        "application/json;pretty=1",
        "garbage",
        "application/apply-patch+yaml",
      ].map((accept) => ({ GET: "widgets/a", headers: { accept } })),
    ],
    "lists partial metadata": [
      { POST: "widgets", body: a({ spec: { size: 1 } }) },
      { GET: "widgets", headers: { accept: partialList } },
      { GET: "widgets", headers: { accept: partial } },
      { GET: "widgets?limit=1", headers: { accept: `${partialList},application/json` } },
      { POST: "widgets", body: named("b")(), headers: { accept: partial } },
      { PATCH: "widgets/b", merge: { spec: { size: 2 } }, headers: { accept: partial } },
      { DELETE: "widgets/b", headers: { accept: partial } },
      { DELETE: "widgets", headers: { accept: partialList } },
      { POST: "configmaps", body: named("b")({ data: { k: "v" } }) },
      { GET: "configmaps/b", headers: { accept: partial } },
      { GET: "configmaps?fieldSelector=metadata.name%3Db", headers: { accept: partialList } },
    ],
    "reads bodies by their content type": [
      {
        POST: "widgets",
        text: "apiVersion: $(group)/v1\nkind: Widget\nmetadata:\n  name: yaml\nspec:\n  size: 3\n",
        type: "application/yaml",
      },
      {
        POST: "widgets",
        text: "apiVersion: $(group)/v1\nkind: Widget\nmetadata:\n  name: yaml2\n",
        type: "text/yaml",
      },
      {
        POST: "widgets",
        text: '{"apiVersion":"$(group)/v1","kind":"Widget","metadata":{"name":"json-as-yaml"}}',
        type: "application/yaml",
      },
      {
        POST: "widgets",
        text: '{"apiVersion":"$(group)/v1","kind":"Widget","metadata":{"name":"untyped"}}',
        type: "",
      },
      {
        POST: "widgets",
        text: '{"apiVersion":"$(group)/v1","kind":"Widget","metadata":{"name":"charset"}}',
        type: "application/json; charset=utf-8",
      },
      {
        POST: "widgets",
        text: '{"apiVersion":"$(group)/v1","kind":"Widget","metadata":{"name":"upper"}}',
        type: "Application/JSON",
      },
      {
        POST: "widgets",
        text: '{"apiVersion":"$(group)/v1","kind":"Widget","metadata":{"name":"text"}}',
        type: "text/plain",
      },
      // Not for a custom resource: there the real server panics and hangs up.
      { POST: "configmaps", text: "x", type: "application/vnd.kubernetes.protobuf" },
      { POST: "widgets", text: "x", type: "application/cbor" },
      { POST: "widgets", text: "x", type: "multipart/form-data" },
      { POST: "widgets", text: "{}", type: "garbage/;" },
      { POST: "widgets", text: "" },
      { POST: "widgets", text: "{" },
      { POST: "widgets", text: "[]" },
      { POST: "widgets", text: "null" },
      { POST: "widgets", text: '"text"' },
      { POST: "widgets", text: "{} trailing" },
      { POST: "widgets", text: "a: b: c", type: "application/yaml" },
      { POST: "widgets", text: "- a", type: "application/yaml" },
      {
        POST: "widgets",
        text: "apiVersion: $(group)/v1\nkind: Widget\nmetadata: {name: &x anchor, labels: {y: *x}}\n",
        type: "application/yaml",
      },
      {
        POST: "widgets",
        text: "apiVersion: $(group)/v1\nkind: Widget\nmetadata: {name: doc1}\n---\napiVersion: $(group)/v1\nkind: Widget\nmetadata: {name: doc2}\n",
        type: "application/yaml",
      },
      {
        POST: "configmaps",
        text: "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: y}\ndata: {yes: 'no', number: '1'}\n",
        type: "application/yaml",
      },
      {
        POST: "configmaps",
        text: "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: z}\ndata: {on: yes}\n",
        type: "application/yaml",
      },
      { POST: "configmaps", text: "", type: "application/json" },
      { POST: "configmaps", text: "{", type: "application/json" },
      { POST: "configmaps", text: "[]", type: "application/json" },
      {
        PUT: "widgets/yaml",
        text: "apiVersion: $(group)/v1\nkind: Widget\nmetadata: {name: yaml, resourceVersion: '$(rv:yaml)'}\nspec: {size: 4}\n",
        type: "application/yaml",
      },
      {
        GET: "widgets/yaml",
        headers: { accept: "application/yaml" },
      },
    ],
    "reads escapes and odd text": [
      {
        POST: "gadgets",
        text: '{"apiVersion":"$(group)/v1","kind":"Gadget","metadata":{"name":"a"},"s":"\\u00e4\\ud83d\\ude00\\u2028<>&","k\\u00e4":1,"":2}',
      },
      {
        POST: "gadgets",
        text: '{"apiVersion":"$(group)/v1","kind":"Gadget","metadata":{"name":"b"},"s":"\\ud800 alone"}',
      },
      {
        POST: "gadgets",
        text: '\ufeff{"apiVersion":"$(group)/v1","kind":"Gadget","metadata":{"name":"c"}}',
      },
      {
        POST: "gadgets",
        text: ' \n{"apiVersion":"$(group)/v1","kind":"Gadget","metadata":{"name":"d"}}\n ',
      },
      {
        POST: "gadgets",
        text: '{"apiVersion":"$(group)/v1","kind":"Gadget","metadata":{"name":"e"},"n":01}',
      },
      {
        POST: "gadgets",
        text: '{"apiVersion":"$(group)/v1","kind":"Gadget","metadata":{"name":"f"},"n":-0,"m":1.50,"o":1E2,"p":123456789012345678901234567890}',
      },
      { GET: "gadgets/f" },
    ],
  },
};

export const errors: Topic = {
  name: "errors",
  definitions: [widgets, planets],
  cases: {
    "of paths that lead nowhere": [
      ...[
        "/apis/missing.example.com/v1/widgets",
        "/apis/$(group)/v9/widgets",
        "/apis/$(group)/v1/missing",
        "/apis/$(group)/v1/namespaces/$(ns)/missing/a",
        "/apis/missing.example.com",
        "/apis/missing.example.com/v1",
        "/api/v2",
        "/api/v1/missing",
        "/api/v1/namespaces/$(ns)/missing",
        "/missing",
        "/apis/$(group)/v1/namespaces/$(ns)/widgets/a/b/c",
        "//",
        "/apis/$(group)/",
        "/apis/$(group)/v1/",
        "/apis/$(group)/v1/namespaces/$(ns)/widgets/",
        "/apis/$(group)/v1/namespaces/$(ns)/widgets/none/",
        "/apis/$(group)/v1/namespaces/$(ns)/WIDGETS",
        "/apis/$(group)/v1/namespaces//widgets",
        "/apis/$(group)/v1/namespaces/$(ns)/widgets/a%2Fb",
        "/apis/$(group)/v1/namespaces/$(ns)/widgets/..",
        "/apis/$(group)/v1/namespaces/$(ns)/widgets/%2e%2e",
        "/apis/$(group)/v1/namespaces/$(ns)/widgets/a%00b",
        "/apis/$(group)/v1/namespaces/$(ns)/widgets/Upper",
        "/apis/$(group)/v1/namespaces/$(ns)/widgets/%zz",
        "/apis/$(group)/v1/namespaces/$(ns)/widgets?a=%zz",
        "/apis/$(group)/v1/planets/none",
        "/api/v1/namespaces/none-$(token)",
        "/api/v1/namespaces/$(ns)/configmaps/none",
        "/apis/$(group)/v1/widgets/a",
      ].map((path) => ({ GET: path })),
      { POST: "/apis/missing.example.com/v1/widgets", body: {} },
      { POST: "/api/v1", body: {} },
      { DELETE: "/apis/$(group)/v1/namespaces/$(ns)/missing/a" },
      { PATCH: "/apis/$(group)/v1/namespaces/$(ns)/missing/a", merge: {} },
      { PUT: "/apis/$(group)/v1/namespaces/$(ns)/missing/a", body: {} },
      { DELETE: "/apis/$(group)/v1/widgets" },
    ],
    "in a missing namespace": [
      { GET: "/api/v1/namespaces/none-$(token)/configmaps" },
      { GET: "/apis/$(group)/v1/namespaces/none-$(token)/widgets/a" },
      { POST: "/api/v1/namespaces/none-$(token)/configmaps", body: { metadata: { name: "a" } } },
      {
        PATCH: "/apis/$(group)/v1/namespaces/none-$(token)/widgets/a?fieldManager=x",
        text: "apiVersion: $(group)/v1\nkind: Widget\nmetadata: {name: a}",
        type: "application/apply-patch+yaml",
      },
      { DELETE: "/api/v1/namespaces/none-$(token)/configmaps" },
      { DELETE: "/api/v1/namespaces/none-$(token)/configmaps/a" },
      {
        PUT: "/apis/coordination.k8s.io/v1/namespaces/none-$(token)/leases/l",
        body: { metadata: { name: "l" } },
      },
    ],
  },
};

export const limits: Topic = {
  name: "limits",
  definitions: [widgets, gadgets],
  cases: {
    "on the size of bodies": [
      { POST: "gadgets", body: a({ text: "x".repeat(1_000_000) }), view: () => "large" },
      { POST: "gadgets", body: named("b")({ text: "x".repeat(2_000_000) }) },
      { POST: "gadgets", body: named("c")({ text: "x".repeat(4_000_000) }) },
      { POST: "configmaps", body: named("d")({ data: { text: "x".repeat(1_048_577) } }) },
      { PATCH: "gadgets/a", merge: { text: "x".repeat(4_000_000) } },
      {
        PATCH: "gadgets/a",
        json: Array.from({ length: 10_001 }, () => ({
          op: "test",
          path: "/kind",
          value: "Gadget",
        })),
      },
      {
        PATCH: "gadgets/a",
        json: Array.from({ length: 10_000 }, () => ({
          op: "test",
          path: "/kind",
          value: "Gadget",
        })),
        view: () => "large",
      },
    ],
    "on nesting": [
      {
        POST: "gadgets",
        text: `{"apiVersion":"$(group)/v1","kind":"Gadget","metadata":{"name":"a"},"deep":${"[".repeat(100)}${"]".repeat(100)}}`,
        view: () => "deep",
      },
      {
        POST: "gadgets",
        text: `{"apiVersion":"$(group)/v1","kind":"Gadget","metadata":{"name":"b"},"deep":${"[".repeat(20_000)}${"]".repeat(20_000)}}`,
      },
    ],
  },
};
