import type { Topic } from "../harness/topic.js";
import { gadgets, named, widgets } from "./widgets.js";

const a = named("a");

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
