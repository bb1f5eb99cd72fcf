import type { Topic } from "../harness/topic.js";
import { served, thing, v1, v2 } from "./conversion-objects.js";
import { crd } from "./custom-definition.js";

const things = (version: string): string =>
  `/apis/$(token).$(group)/${version}/namespaces/$(ns)/things`;

export const conversionNone: Topic = {
  name: "conversion-none",
  cases: {
    "changes apiVersion alone, and prunes and defaults by the version": [
      {
        POST: "customresourcedefinitions",
        body: crd({ spec: { versions: [v1, v2] } }),
        view: () => "created",
      },
      served("v1"),
      served("v2"),
      { POST: things("v1"), body: thing("v1", "a", { address: "h:1", shared: "s" }) },
      { GET: `${things("v2")}/a` },
      { GET: `${things("v1")}/a` },
      { POST: things("v2"), body: thing("v2", "b", { host: "h", port: "1", shared: "s" }) },
      { GET: `${things("v1")}/b` },
      { GET: things("v2") },
      { WATCH: "v1", of: `${things("v1")}?resourceVersion=$(rv:b)` },
      { WATCH: "v2", of: `${things("v2")}?resourceVersion=$(rv:b)` },
      { PATCH: `${things("v2")}/a`, merge: { spec: { shared: "t" } } },
      {
        PUT: `${things("v2")}/b`,
        body: {
          ...thing("v2", "b", { port: "2" }),
          metadata: { name: "b", resourceVersion: "$(rv:b)" },
        },
      },
      { DELETE: `${things("v2")}/a` },
      { FRAMES: "v1", count: 3 },
      { FRAMES: "v2", count: 3 },
      { PATCH: `${things("v1")}/c?fieldManager=one`, apply: thing("v1", "c", { shared: "1" }) },
      { PATCH: `${things("v2")}/c?fieldManager=two`, apply: thing("v2", "c", { shared: "2" }) },
      { POST: things("v1"), body: thing("v2", "d", {}) },
    ],
  },
};
