import { at, isArray, type Json } from "../harness/json.js";
import type { Step, Topic } from "../harness/topic.js";
import { gadgets, named, planets, widgets } from "./widgets.js";

const create = (name: string): Step => ({
  POST: "widgets",
  body: { metadata: { name, labels: { app: name } }, spec: { size: 1 } },
});
const three = ["a", "b", "c"].map(create);
const names = (body: Json): Json => {
  const items = at(body, "items");
  return isArray(items) ? items.map((item) => at(item, "metadata", "name") ?? null) : body;
};

const future = "9000000000000";

export const listOptions: Topic = {
  name: "list-options",
  definitions: [widgets, gadgets, planets],
  cases: {
    "lists in the order of names": [
      ...["c", "a", "b-1", "b.1", "b", "b1"].map(create),
      { GET: "widgets" },
      { GET: "gadgets" },
      { GET: "/apis/$(group)/v1/widgets?labelSelector=app%3Db.1" },
      { GET: "/api/v1/namespaces/$(ns)/configmaps" },
      { GET: "/apis/$(group)/v1/namespaces/missing-$(token)/widgets" },
      { GET: "planets?fieldSelector=metadata.name%3Dnone" },
    ],
    "at a resourceVersion": [
      { ...(create("a") as object), save: "first" } as Step,
      { ...(create("b") as object), save: "second" } as Step,
      { PATCH: "widgets/a", merge: { spec: { size: 2 } } },
      { DELETE: "widgets/b" },
      { GET: "widgets?resourceVersion=$(first)&resourceVersionMatch=Exact" },
      { GET: "widgets?resourceVersion=$(second)&resourceVersionMatch=Exact" },
      { GET: "widgets?resourceVersion=$(first)&resourceVersionMatch=Exact&limit=1" },
      { GET: "widgets?resourceVersion=$(second)&resourceVersionMatch=NotOlderThan" },
      { GET: "widgets?resourceVersion=$(second)" },
      { GET: "widgets?resourceVersion=$(second)&limit=1" },
      { GET: "widgets?resourceVersion=0&resourceVersionMatch=NotOlderThan" },
      { GET: "widgets?resourceVersion=0" },
      { GET: "widgets?resourceVersion=" },
    ],
    "refuses contradicting options": [
      { GET: "widgets?resourceVersionMatch=Exact" },
      { GET: "widgets?resourceVersionMatch=NotOlderThan" },
      { GET: "widgets?resourceVersion=0&resourceVersionMatch=Exact" },
      { GET: "widgets?resourceVersion=1&resourceVersionMatch=Other" },
      { GET: "widgets?resourceVersion=abc" },
      { GET: "widgets?resourceVersion=-1" },
      { GET: "widgets?resourceVersion=99999999999999999999" },
      { GET: "widgets?resourceVersion=1.5" },
      { GET: "widgets?sendInitialEvents=true" },
      { GET: "widgets?sendInitialEvents=maybe" },
      { GET: "widgets?limit=x" },
      { GET: "widgets?limit=-1" },
      { GET: "widgets?limit=0" },
      { GET: "widgets?timeoutSeconds=x" },
      { GET: "widgets?watch=false" },
      { GET: "widgets?watch=0" },
      { GET: "widgets?allowWatchBookmarks=x" },
      { GET: "widgets?unknown=option" },
      { GET: "widgets?pretty=true" },
      { GET: "configmaps?resourceVersion=abc" },
      { GET: "configmaps?resourceVersionMatch=Exact" },
    ],
    "waits for a future resourceVersion and gives up": [
      create("a"),
      { GET: `widgets?resourceVersion=${future}` },
      { GET: `widgets?resourceVersion=${future}&resourceVersionMatch=NotOlderThan` },
      { GET: `widgets?resourceVersion=${future}&resourceVersionMatch=Exact` },
      { GET: `widgets/a?resourceVersion=${future}` },
    ],
    "gets at a resourceVersion": [
      { ...(create("a") as object), save: "first" } as Step,
      { PATCH: "widgets/a", merge: { spec: { size: 2 } } },
      { GET: "widgets/a?resourceVersion=0" },
      { GET: "widgets/a?resourceVersion=$(first)" },
      { GET: "widgets/a?resourceVersion=abc" },
      { GET: "widgets/a?resourceVersion=$(first)&resourceVersionMatch=Exact" },
      { GET: "widgets/none?resourceVersion=0" },
      { GET: "widgets/a?pretty=true" },
      { GET: "widgets/a?unknown=1" },
      { GET: "widgets/a?export=true" },
    ],
  },
};

export const paging: Topic = {
  name: "paging",
  definitions: [widgets, gadgets],
  cases: {
    "goes through a consistent snapshot": [
      ...three,
      { GET: "widgets?limit=1" },
      { POST: "widgets", body: named("aa")() },
      { DELETE: "widgets/c" },
      { PATCH: "widgets/b", merge: { spec: { size: 9 } } },
      { GET: "widgets?limit=1&continue=$(continue)" },
      { GET: "widgets?limit=5&continue=$(continue)" },
      { GET: "widgets?limit=2" },
      { GET: "widgets?continue=$(continue)" },
    ],
    "counts what remains, unless there are selectors": [
      ...["a", "b", "c", "d", "e"].map(create),
      { GET: "widgets?limit=2" },
      { GET: "widgets?limit=2&continue=$(continue)" },
      { GET: "widgets?limit=2&labelSelector=app%20in%20(a,c,e)" },
      { GET: "widgets?limit=2&labelSelector=app%20in%20(a,c,e)&continue=$(continue)" },
      { GET: "widgets?limit=1&fieldSelector=metadata.name%3Dc" },
      { GET: "widgets?limit=5" },
      { GET: "widgets?limit=4" },
      { GET: "widgets?limit=1&labelSelector=app%3Dnone" },
      { GET: "widgets?limit=500" },
    ],
    "goes through all namespaces": [
      ...three,
      {
        GET: "/apis/$(group)/v1/widgets?labelSelector=app&fieldSelector=metadata.namespace%3D$(ns)&limit=2",
      },
      {
        GET: "/apis/$(group)/v1/widgets?labelSelector=app&fieldSelector=metadata.namespace%3D$(ns)&limit=2&continue=$(continue)",
      },
      { GET: "widgets?limit=2&resourceVersion=0" },
      { GET: "widgets?limit=2&resourceVersion=0&resourceVersionMatch=NotOlderThan" },
      { GET: "widgets?limit=2&resourceVersion=$(rv:a)&resourceVersionMatch=NotOlderThan" },
      { GET: "widgets?limit=2&resourceVersion=$(rv:b)&resourceVersionMatch=Exact" },
      { GET: "widgets?limit=2&continue=$(continue)" },
    ],
    "refuses wrong tokens": [
      ...three,
      { GET: "widgets?limit=1&continue=nonsense" },
      { GET: "widgets?limit=1&continue=e30" },
      { GET: "widgets?limit=1&continue=eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6LTEsInN0YXJ0IjoiYSJ9" },
      { GET: "widgets?limit=1&continue=eyJ2Ijoib3RoZXIvdjEiLCJydiI6MSwic3RhcnQiOiJhIn0" },
      { GET: "widgets?limit=1" },
      { GET: "widgets?limit=1&continue=$(continue)&resourceVersion=$(rv:a)" },
      { GET: "widgets?limit=1" },
      { GET: "widgets?limit=1&continue=$(continue)&resourceVersion=0" },
      { GET: "widgets?limit=1" },
      { GET: "widgets?limit=1&continue=$(continue)&resourceVersionMatch=Exact" },
      { GET: "widgets?limit=1" },
      { GET: "widgets?limit=1&continue=$(continue)x" },
      { GET: "configmaps?limit=1&continue=nonsense" },
    ],
    "continues inconsistently from a token of the current revision on": [
      ...three,
      // rv -1 in a token: the rest as it is now.
      {
        GET: "widgets?limit=2&continue=eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6LTEsInN0YXJ0IjoiYlx1MDAwMCJ9",
        view: names,
      },
      { GET: "configmaps?limit=1" },
    ],
  },
};

const seen = (name: string): readonly Step[] => [
  { GET: `widgets?labelSelector=${name}`, view: names },
];

export const selectors: Topic = {
  name: "selectors",
  definitions: [widgets],
  cases: {
    "selects by labels, with every operator": [
      {
        POST: "widgets",
        body: { metadata: { name: "a", labels: { app: "x", tier: "1", "example.com/k": "v" } } },
      },
      { POST: "widgets", body: { metadata: { name: "b", labels: { app: "y", tier: "2" } } } },
      { POST: "widgets", body: { metadata: { name: "c", labels: { app: "" } } } },
      { POST: "widgets", body: { metadata: { name: "d" } } },
      ...[
        "",
        "app",
        "!app",
        "%21app",
        "app=x",
        "app==x",
        "app!=x",
        "app=",
        "app!=",
        "app%20in%20(x,y)",
        "app%20in%20(x)",
        "app%20in%20()",
        "app%20in%20(,x)",
        "app%20notin%20(x,y)",
        "app%20notin%20()",
        "tier%3E1",
        "tier>1",
        "tier<2",
        "tier>0,tier<2",
        "app=x,tier=1",
        "app=x,!tier",
        "example.com/k=v",
        " app = x ",
        "app=x,",
        ",",
        "app,",
        "!",
        "app in x",
        "app in (x",
        "app=x=y",
        "tier>a",
        "tier>",
        "app in (x),tier notin (2)",
        "a b",
        "-bad",
        "app=bad!",
        "app=-x",
        `${"k".repeat(64)}`,
        `app=${"v".repeat(64)}`,
        "in",
        "notin",
        "in in (in)",
        "app%3Dx%26",
        "(",
        ")",
        "app;",
        "%00",
        "app=x%2Ctier%3D1",
        "Prefix.Upper/k",
        "a/b/c",
        "/k",
      ].flatMap((text) => seen(encode(text))),
    ],
  },
};

/** Encodes what a URL cannot hold; what is encoded already stays. */
function encode(text: string): string {
  return text.replaceAll(/[^\w.~!*'()%=,;/-]/g, (letter) => encodeURIComponent(letter));
}

const shirts = {
  plural: "shirts",
  kind: "Shirt",
  schema: {
    type: "object",
    properties: {
      spec: {
        type: "object",
        properties: {
          color: { type: "string" },
          size: { type: "integer" },
          ironed: { type: "boolean" },
          deep: { type: "object", properties: { name: { type: "string" } } },
        },
      },
    },
  },
  version: {
    selectableFields: [
      { jsonPath: ".spec.color" },
      { jsonPath: ".spec.size" },
      { jsonPath: ".spec.ironed" },
      { jsonPath: ".spec.deep.name" },
    ],
  },
};

export const fieldSelectors: Topic = {
  name: "field-selectors",
  definitions: [widgets, shirts, planets],
  cases: {
    "names and namespaces": [
      ...three,
      ...[
        "metadata.name=a",
        "metadata.name==a",
        "metadata.name!=a",
        "metadata.name=a,metadata.name=b",
        "metadata.name=a,metadata.namespace=$(ns)",
        "metadata.namespace=other",
        "metadata.namespace!=other",
        "metadata.name=",
        "metadata.name!=",
        "",
        "metadata.name",
        "metadata.uid=x",
        "spec.size=1",
        "metadata.labels.app=a",
        "metadata.name=a,",
        "=a",
        "metadata.name>a",
        "metadata.name in (a)",
        "metadata.name=\\,",
        "metadata.name=a\\=b",
        "metadata.name=a\\x",
        "!metadata.name",
        "metadata.name=..",
      ].map((text) => ({
        GET: `widgets?fieldSelector=${encodeURIComponent(text).replaceAll("%24(ns)", "$(ns)")}`,
        view: names,
      })),
      { GET: "widgets?fieldSelector=metadata.name%3Da&labelSelector=app%3Db", view: names },
      { GET: "planets?fieldSelector=metadata.namespace%3Dx", view: names },
      { DELETE: "widgets?fieldSelector=metadata.name%3Da", view: names },
    ],
    "selectable fields of a definition": [
      {
        POST: "shirts",
        body: {
          metadata: { name: "a" },
          spec: { color: "blue", size: 1, ironed: true, deep: { name: "x" } },
        },
      },
      { POST: "shirts", body: { metadata: { name: "b" }, spec: { color: "green", size: 2 } } },
      { POST: "shirts", body: { metadata: { name: "c" }, spec: {} } },
      { POST: "shirts", body: { metadata: { name: "d" } } },
      ...[
        "spec.color=blue",
        "spec.color!=blue",
        "spec.color=",
        "spec.size=1",
        "spec.size=01",
        "spec.ironed=true",
        "spec.ironed=false",
        "spec.ironed=",
        "spec.deep.name=x",
        "spec.color=blue,spec.size=1",
        "spec.color=blue,metadata.name=b",
        ".spec.color=blue",
        "spec.other=1",
        "spec=1",
        "spec.size>1",
      ].map((text) => ({ GET: `shirts?fieldSelector=${encodeURIComponent(text)}`, view: names })),
    ],
    "enter and leave a watch": [
      { POST: "shirts", body: { metadata: { name: "a" }, spec: { color: "blue" } } },
      { WATCH: "blue", of: "shirts?fieldSelector=spec.color%3Dblue&resourceVersion=$(rv:a)" },
      { WATCH: "named", of: "shirts?fieldSelector=metadata.name%3Db&resourceVersion=$(rv:a)" },
      { PATCH: "shirts/a", merge: { spec: { color: "green" } } },
      { POST: "shirts", body: { metadata: { name: "b" }, spec: { color: "green" } } },
      { PATCH: "shirts/b", merge: { spec: { color: "blue" } } },
      { PATCH: "shirts/b", merge: { spec: { size: 3 } } },
      { DELETE: "shirts/b" },
      { FRAMES: "blue", count: 4 },
      { FRAMES: "named", count: 4 },
    ],
    "of built-in resources": [
      { POST: "secrets", body: { metadata: { name: "a" }, type: "example.com/x" } },
      { POST: "secrets", body: { metadata: { name: "b" } } },
      { GET: "secrets?fieldSelector=type%3Dexample.com/x", view: names },
      { GET: "secrets?fieldSelector=type!%3DOpaque", view: names },
      { GET: "secrets?fieldSelector=data.k%3Dv", view: names },
      { GET: "configmaps?fieldSelector=metadata.name%3Da", view: names },
      { GET: "configmaps?fieldSelector=data.k%3Dv", view: names },
      { GET: "namespaces?fieldSelector=status.phase%3DActive,metadata.name%3D$(ns)", view: names },
      {
        GET: "namespaces?fieldSelector=status.phase%3DTerminating,metadata.name%3D$(ns)",
        view: names,
      },
      { GET: "namespaces?fieldSelector=spec.x%3DTerminating", view: names },
      {
        POST: "events",
        body: {
          metadata: { name: "e1" },
          involvedObject: { kind: "Widget", name: "a", namespace: "$(ns)", uid: "u1" },
          reason: "Created",
          type: "Normal",
        },
      },
      {
        POST: "events",
        body: {
          metadata: { name: "e2" },
          involvedObject: { kind: "Gadget", name: "b", namespace: "$(ns)" },
          reason: "Failed",
          type: "Warning",
          source: { component: "me" },
        },
      },
      ...[
        "involvedObject.kind=Widget",
        "involvedObject.name=b",
        "involvedObject.namespace=$(ns)",
        "involvedObject.uid=u1",
        "reason=Failed",
        "type=Warning",
        "source=me",
        "reportingComponent=me",
        "involvedObject.other=x",
        "message=x",
      ].map((text) => ({
        GET: `events?fieldSelector=${text.replaceAll("=", "%3D")}`,
        view: names,
      })),
      { GET: "leases?fieldSelector=spec.holderIdentity%3Dme", view: names },
      {
        GET: "customresourcedefinitions?fieldSelector=metadata.name%3Dwidgets.$(group)",
        view: names,
      },
      { GET: "customresourcedefinitions?fieldSelector=spec.group%3D$(group)", view: names },
    ],
  },
};
