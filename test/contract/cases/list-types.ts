import type { Topic } from "../harness/topic.js";
import { definition, list } from "./schema-objects.js";
import { outcome } from "./views.js";

const text = { type: "string" };

const integer = { type: "integer" };

const listed = definition({
  plural: "listeds",
  kind: "Listed",
  spec: {
    properties: {
      set: { type: "array", items: text, "x-kubernetes-list-type": "set" },
      numbers: { type: "array", items: { type: "number" }, "x-kubernetes-list-type": "set" },
      objects: {
        type: "array",
        items: { type: "object", "x-kubernetes-map-type": "atomic", additionalProperties: integer },
        "x-kubernetes-list-type": "set",
      },
      map: {
        type: "array",
        items: { type: "object", required: ["name"], properties: { name: text, value: text } },
        "x-kubernetes-list-type": "map",
        "x-kubernetes-list-map-keys": ["name"],
      },
      double: {
        type: "array",
        items: {
          type: "object",
          required: ["a"],
          properties: { a: integer, b: { type: "string", default: "x" } },
        },
        "x-kubernetes-list-type": "map",
        "x-kubernetes-list-map-keys": ["a", "b"],
      },
      nested: {
        type: "array",
        items: {
          type: "object",
          properties: { set: { type: "array", items: integer, "x-kubernetes-list-type": "set" } },
        },
      },
    },
  },
});

export const listTypes: Topic = {
  name: "list-types",
  definitions: [listed],
  cases: {
    "refuse duplicates": [
      list({ set: ["a", "b"] }),
      list({ set: ["a", "b", "a", "a"] }),
      list({ set: [] }),
      list({ set: ["a", null, null] }),
      list({ numbers: [1, 1.0, 2] }),
      list({ numbers: [1, 1.5] }),
      list({ objects: [{ a: 1 }, { a: 1 }] }),
      list({ objects: [{ a: 1 }, { b: 1 }] }),
      list({ map: [{ name: "a" }, { name: "b" }] }),
      list({ map: [{ name: "a" }, { name: "a", value: "x" }, { name: "a" }] }),
      list({ map: [{ value: "x" }] }),
      list({ map: [{ name: null }] }),
      list({ map: ["x"] }),
      list({ double: [{ a: 1 }, { a: 1, b: "x" }] }),
      list({ double: [{ a: 1 }, { a: 1, b: "y" }] }),
      list({
        double: [
          { a: 1, b: "y" },
          { a: 2, b: "y" },
          { a: 1, b: "y" },
        ],
      }),
      list({ nested: [{ set: [1, 1] }, { set: [1] }] }),
    ],
    "tolerate no duplicates on update either": [
      { POST: "listeds", body: { metadata: { name: "a" }, spec: { set: ["a"] } } },
      { PATCH: "listeds/a", merge: { spec: { set: ["a", "a"] } }, view: outcome },
      {
        PATCH: "listeds/a",
        json: [{ op: "add", path: "/spec/map", value: [{ name: "x" }, { name: "x" }] }],
        view: outcome,
      },
    ],
  },
};
