import type { Topic } from "../harness/topic.js";
import { definition, tried } from "./schema-objects.js";
import { outcome } from "./views.js";

const text = { type: "string" };

const integer = { type: "integer" };

const defaulted = definition({
  plural: "defaulteds",
  kind: "Defaulted",
  spec: {
    default: { from: "spec" },
    properties: {
      from: text,
      number: { ...integer, default: 7 },
      nullable: { type: "string", nullable: true, default: "n" },
      list: { type: "array", default: ["a"], items: text },
      object: {
        type: "object",
        default: {},
        properties: {
          inner: { type: "string", default: "i" },
          deep: { type: "object", properties: { x: { ...integer, default: 1 } } },
        },
      },
      absent: { type: "object", properties: { inner: { type: "string", default: "i" } } },
      items: {
        type: "array",
        items: { type: "object", properties: { a: text, b: { type: "string", default: "b" } } },
      },
      map: {
        type: "object",
        additionalProperties: {
          type: "object",
          properties: { c: { type: "string", default: "c" } },
        },
      },
      big: { ...integer, default: 9007199254740993n },
      preserve: {
        type: "object",
        "x-kubernetes-preserve-unknown-fields": true,
        properties: { p: { type: "string", default: "p" } },
      },
      none: { type: "string", default: "" },
      off: { type: "boolean", default: false },
    },
  },
});

const fill = tried("defaulteds");

export const defaulting: Topic = {
  name: "defaulting",
  definitions: [defaulted],
  cases: {
    "fills in what is absent": [
      fill({}),
      fill({ number: 1, list: [], object: { inner: "x" } }),
      fill({ absent: {} }),
      fill({ items: [{}, { a: "x", b: "y" }, { b: "" }] }),
      fill({ map: { k: {}, l: { c: "x" } } }),
      fill({ object: { deep: {} } }),
      fill({ preserve: { q: 1 } }),
    ],
    "replaces null where null is not allowed": [
      fill({ number: null }),
      fill({ nullable: null }),
      fill({ list: null }),
      fill({ object: null }),
      fill({ absent: null }),
      fill({ absent: { inner: null } }),
      fill({ items: [null] }),
      fill({ items: [{ b: null }] }),
      fill({ map: { k: null } }),
      fill(null),
      fill({ from: null }),
      fill({ items: null }),
      { POST: "defaulteds?dryRun=All", body: { metadata: { name: "a" } }, view: outcome },
    ],
    "fills in when objects are read that were written before": [
      { POST: "defaulteds", body: { metadata: { name: "a" }, spec: { number: 1 } } },
      { PATCH: "defaulteds/a", json: [{ op: "remove", path: "/spec/number" }], view: outcome },
      { PATCH: "defaulteds/a", merge: { spec: { list: null, number: 3 } }, view: outcome },
      {
        PATCH: "defaulteds/a?fieldManager=m",
        apply: { metadata: { name: "a" }, spec: { from: "apply" } },
      },
    ],
  },
};
