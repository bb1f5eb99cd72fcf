import type { Topic } from "../harness/topic.js";
import { gadgets, named, widgets } from "./widgets.js";

const a = named("a");

const held = { metadata: { name: "a", finalizers: ["example.com/x"] } };

const three = ["a", "b", "c"].map((name) => ({
  POST: "widgets",
  body: { metadata: { name, labels: { app: name === "c" ? "y" : "x" } } },
}));

export const deleteCollection: Topic = {
  name: "delete-collection",
  definitions: [widgets, gadgets],
  cases: {
    "deletes all, and answers with a list": [
      ...three,
      { DELETE: "widgets" },
      { GET: "widgets" },
      { DELETE: "widgets" },
      { POST: "configmaps", body: a() },
      { DELETE: "configmaps?fieldSelector=metadata.name=a" },
      { GET: "configmaps?fieldSelector=metadata.name=a" },
    ],
    "deletes what selectors select": [
      ...three,
      { DELETE: "widgets?labelSelector=app%3Dx" },
      { GET: "widgets" },
      { DELETE: "widgets?fieldSelector=metadata.name%3Dnone" },
      { DELETE: "widgets?labelSelector=%21%21" },
      { DELETE: "widgets?fieldSelector=spec.size%3D1" },
      { DELETE: "widgets?limit=1" },
      { GET: "widgets" },
    ],
    "takes options": [
      ...three,
      { DELETE: "widgets?dryRun=All" },
      { DELETE: "widgets", body: { dryRun: ["All"], propagationPolicy: "Background" } },
      { DELETE: "widgets", body: { propagationPolicy: "Sometimes" } },
      { DELETE: "widgets", body: { preconditions: { uid: "$(uid:a)" } } },
      { GET: "widgets" },
      { DELETE: "widgets", text: "{" },
      { DELETE: "widgets?watch=true" },
    ],
    "begins deletion of what finalizers keep": [
      { POST: "widgets", body: held },
      { POST: "widgets", body: named("b")() },
      { DELETE: "widgets" },
      { GET: "widgets" },
      { PATCH: "widgets/a", merge: { metadata: { finalizers: null } } },
      { GET: "widgets" },
    ],
    "watches see each": [
      ...three,
      { WATCH: "w", of: "widgets?resourceVersion=$(rv:c)" },
      { DELETE: "widgets?labelSelector=app%3Dy" },
      { FRAMES: "w", count: 1 },
    ],
  },
};
