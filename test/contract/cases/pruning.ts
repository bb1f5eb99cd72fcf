import type { Topic } from "../harness/topic.js";
import { definition, tried } from "./schema-objects.js";

const text = { type: "string" };

const pruned = definition({
  plural: "pruneds",
  kind: "Pruned",
  spec: {
    properties: {
      known: text,
      object: { type: "object", properties: { x: text } },
      bare: { type: "object" },
      map: { type: "object", additionalProperties: { type: "object", properties: { x: text } } },
      list: { type: "array", items: { type: "object", properties: { x: text } } },
      preserve: {
        type: "object",
        "x-kubernetes-preserve-unknown-fields": true,
        properties: { strict: { type: "object", properties: { x: text } } },
      },
      anything: { "x-kubernetes-preserve-unknown-fields": true },
      inside: {
        type: "object",
        properties: { x: text },
        anyOf: [{ required: ["x"] }, { required: ["y"] }],
      },
    },
  },
});

const prune = tried("pruneds");

export const pruning: Topic = {
  name: "pruning",
  definitions: [pruned],
  cases: {
    "drops what the schema does not know": [
      prune({ known: "k", unknown: 1 }),
      prune({ object: { x: "x", y: 1 }, bare: { a: 1 } }),
      prune({ map: { k: { x: "x", y: 1 }, l: {} } }),
      prune({ list: [{ x: "x", y: 1 }, {}] }),
      prune({ preserve: { a: { b: 1 }, strict: { x: "x", y: 1 } } }),
      prune({ anything: { a: [1, { b: null }] } }),
      prune({ anything: null }),
      prune({ anything: [1] }),
      prune({ inside: { x: "x", y: 1 } }),
      prune({ __proto__x: 1, constructor: 1, toString: "x" }),
      {
        POST: "pruneds?dryRun=All",
        body: {
          metadata: { name: "a", unknown: 1, labels: { k: "v" } },
          spec: {},
          top: 1,
          status: { x: 1 },
        },
      },
    ],
  },
};
