import type { Step } from "../harness/topic.js";

export const create = (name: string): Step => ({
  POST: "widgets",
  body: { metadata: { name, labels: { app: name } }, spec: { size: 1 } },
});

export const three = ["a", "b", "c"].map(create);

export const grow = (name: string): Step => ({
  PATCH: `widgets/${name}`,
  json: [{ op: "add", path: "/spec/note", value: "grown" }],
});
