import { at } from "../harness/json.js";
import type { Topic } from "../harness/topic.js";
import { named, widgets } from "./widgets.js";

const a = named("a");

const table = "application/json;as=Table;g=meta.k8s.io;v=v1";

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
