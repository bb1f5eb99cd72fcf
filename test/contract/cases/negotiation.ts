import type { Topic } from "../harness/topic.js";
import { gadgets, named, widgets } from "./widgets.js";

const a = named("a");

const partial = "application/json;as=PartialObjectMetadata;g=meta.k8s.io;v=v1";

const partialList = "application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1";

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
