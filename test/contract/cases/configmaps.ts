import type { Json } from "../harness/json.js";
import type { Topic } from "../harness/topic.js";

const data = (members: { readonly [member: string]: Json }): Json => ({
  metadata: { name: "a" },
  ...members,
});

export const configmaps: Topic = {
  name: "configmaps",
  cases: {
    "check keys and values": [
      ...[
        { data: { k: "v", "K.e-y_1": "" } },
        { data: { "bad key": "v" } },
        { data: { "": "v" } },
        { data: { ".": "v" } },
        { data: { "..": "v" } },
        { data: { "..a": "v" } },
        { data: { ["x".repeat(254)]: "v" } },
        { data: { k: 1 } },
        { data: { k: null } },
        { data: { k: true } },
        { data: [] },
        { data: null },
        { binaryData: { b: "AAE=" } },
        { binaryData: { b: "not base64!" } },
        { binaryData: { b: 7 } },
        { data: { k: "v" }, binaryData: { k: "AA==" } },
        { immutable: true },
        { immutable: "true" },
        { data: { k: "v" }, unknown: 1 },
      ].map((members) => ({ POST: "configmaps?dryRun=All", body: data(members) })),
      {
        POST: "configmaps",
        body: data({ data: { b: "2", a: "1" }, binaryData: { c: "AAE=" }, immutable: false }),
      },
      { PATCH: "configmaps/a", merge: { immutable: true } },
      { PATCH: "configmaps/a", merge: { immutable: false } },
      { PATCH: "configmaps/a", merge: { data: { a: "2" } } },
      { PATCH: "configmaps/a", merge: { binaryData: null } },
      { PATCH: "configmaps/a", merge: { metadata: { labels: { x: "y" } } } },
    ],
    "are refused where the schema of an apply says less than their type": [
      { PATCH: "configmaps/a?fieldManager=one", apply: data({ binaryData: { b: "!" } }) },
      { PATCH: "configmaps/a?fieldManager=one", apply: data({ binaryData: { b: 1 } }) },
      { PATCH: "configmaps/a?fieldManager=one", apply: data({ binaryData: { b: "AAE=" } }) },
      { PATCH: "configmaps/a?fieldManager=one", apply: data({ binaryData: { b: "AAE" } }) },
    ],
    "the root certificate is somebody else's": [{ GET: "configmaps" }],
  },
};
