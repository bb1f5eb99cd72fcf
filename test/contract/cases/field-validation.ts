import type { Topic } from "../harness/topic.js";
import { gadgets, named, widgets } from "./widgets.js";

const a = named("a");

export const fieldValidation: Topic = {
  name: "field-validation",
  definitions: [widgets, gadgets],
  cases: Object.fromEntries(
    ["Strict", "Warn", "Ignore", "", "Other"].map((level) => [
      `${level || "default"} for unknown and duplicate fields`,
      [
        {
          POST: `widgets?fieldValidation=${level}`,
          body: a({ spec: { size: 1, unknown: 1, other: { deep: 1 } }, extra: true }),
        },
        {
          POST: `widgets?fieldValidation=${level}`,
          text: '{"apiVersion":"$(group)/v1","kind":"Widget","metadata":{"name":"b","name":"b","strange":1},"spec":{"size":1,"size":2,"tags":["x"],"tags":["y"]}}',
        },
        {
          POST: `widgets?fieldValidation=${level}`,
          text: "apiVersion: $(group)/v1\nkind: Widget\nmetadata: {name: c}\nspec: {size: 1, unknown: 2}\n",
          type: "application/yaml",
        },
        { POST: "widgets?fieldValidation=Ignore", body: named("d")({ spec: { size: 1 } }) },
        {
          PUT: `widgets/d?fieldValidation=${level}`,
          body: {
            metadata: { name: "d", resourceVersion: "$(rv:d)" },
            spec: { size: 2, unknown: 1 },
          },
        },
        {
          PATCH: `widgets/d?fieldValidation=${level}`,
          merge: { spec: { size: 3, unknown: 1, labels: { any: "x" } } },
        },
        {
          PATCH: `widgets/d?fieldValidation=${level}`,
          text: '{"spec":{"size":4,"size":5,"unknown":1}}',
          type: "application/merge-patch+json",
        },
        {
          PATCH: `widgets/d?fieldValidation=${level}`,
          json: [
            { op: "add", path: "/spec/unknown", value: 1 },
            { op: "add", path: "/more", value: {} },
          ],
        },
        {
          PATCH: `widgets/d?fieldValidation=${level}`,
          text: '[{"op":"add","op":"add","path":"/spec/note","value":"x"}]',
          type: "application/json-patch+json",
        },
        {
          PATCH: `widgets/d?fieldManager=one&fieldValidation=${level}`,
          apply: named("d")({ spec: { note: "x", unknown: 1 } }),
        },
        { PATCH: `widgets/d/status?fieldValidation=${level}`, merge: { status: { unknown: 1 } } },
        {
          POST: `configmaps?fieldValidation=${level}`,
          body: a({ data: { k: "v" }, unknown: 1, metadata: { what: 1 } }),
        },
        {
          POST: `configmaps?fieldValidation=${level}`,
          text: '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"e"},"data":{"k":"v","k":"w"},"data":{"l":"x"}}',
        },
        {
          POST: `configmaps?fieldValidation=${level}`,
          text: '{"apiVersion":"v1","kind":"ConfigMap","Metadata":{"name":"f"},"data":{"k":"v"}}',
        },
        { PATCH: `configmaps/d?fieldValidation=${level}`, strategic: { unknown: 1 } },
        { POST: "configmaps", body: named("g")() },
        { PATCH: `configmaps/g?fieldValidation=${level}`, strategic: { unknown: 1 } },
        { PATCH: `configmaps/g?fieldValidation=${level}`, merge: { unknown: 1 } },
        {
          PATCH: `configmaps/g?fieldManager=one&fieldValidation=${level}`,
          apply: named("g")({ unknown: 1 }),
        },
      ],
    ]),
  ),
};
