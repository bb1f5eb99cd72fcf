import type { Step, Topic } from "../harness/topic.js";
import { only, outcome } from "./views.js";

const text = { type: "string" };

const integer = { type: "integer" };

/** Of a definition whose schema has become narrower since the objects were written. */
const narrowed: Step = {
  PATCH: "customresourcedefinitions/loose.$(group)",
  json: [
    {
      op: "replace",
      path: "/spec/versions/0/schema/openAPIV3Schema/properties/spec/properties/size",
      value: { type: "integer", maximum: 5, "x-kubernetes-validations": [{ rule: "self != 3" }] },
    },
  ],
  view: only("metadata", "generation"),
};

export const ratcheting: Topic = {
  name: "ratcheting",
  definitions: [
    {
      plural: "loose",
      kind: "Loose",
      schema: {
        type: "object",
        properties: { spec: { type: "object", properties: { size: integer, other: text } } },
      },
    },
  ],
  cases: {
    "lets values stay that were allowed before": [
      { POST: "loose", body: { metadata: { name: "a" }, spec: { size: 9 } } },
      { POST: "loose", body: { metadata: { name: "b" }, spec: { size: 3 } } },
      narrowed,
      {
        UNTIL: "loose/probe?dryRun=All&fieldManager=probe",
        apply: { metadata: { name: "probe" }, spec: { size: 8 } },
        holds: (_, status) => status === 422,
        view: outcome,
      },
      { PATCH: "loose/a", merge: { spec: { other: "x" } }, view: outcome },
      { PATCH: "loose/a", merge: { metadata: { labels: { app: "x" } } }, view: outcome },
      { PATCH: "loose/a", merge: { spec: { size: 8 } }, view: outcome },
      { PATCH: "loose/b", merge: { spec: { other: "x" } }, view: outcome },
      { PATCH: "loose/b", merge: { spec: { size: 2 } }, view: outcome },
      // A patch starts from the server's cache, and warns of what it finds there.
      { GET: "loose?limit=1&resourceVersion=$(rv:b)", view: () => "up to date" },
      { PATCH: "loose/b", merge: { spec: { size: 3 } }, view: outcome },
      {
        PATCH: "loose/a?fieldManager=m",
        apply: { metadata: { name: "a" }, spec: { other: "y" } },
        view: outcome,
      },
      { GET: "loose/a" },
    ],
  },
};
