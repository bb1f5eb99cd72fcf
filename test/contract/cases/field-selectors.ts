import type { Topic } from "../harness/topic.js";
import { three } from "./some-widgets.js";
import { names } from "./views.js";
import { planets, widgets } from "./widgets.js";

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
