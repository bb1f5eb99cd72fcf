import type { Json, JsonObject } from "../harness/json.js";
import type { Step } from "../harness/topic.js";

const text = { type: "string" };

export const schemaOf = (properties: JsonObject): JsonObject => ({
  openAPIV3Schema: { type: "object", properties: { spec: { type: "object", properties } } },
});

export const v1 = {
  name: "v1",
  served: true,
  storage: true,
  schema: schemaOf({ address: text, shared: text, first: { type: "string", default: "one" } }),
};

export const v2 = {
  name: "v2",
  served: true,
  storage: false,
  schema: schemaOf({
    host: text,
    port: text,
    shared: text,
    second: { type: "string", default: "two" },
  }),
};

export const served = (version: string): Step => ({
  UNTIL: `/apis/$(token).$(group)/${version}/things`,
  holds: (_, status) => status === 200,
  view: () => "served",
});

export const thing = (version: string, name: string, spec: Json): JsonObject => ({
  apiVersion: `$(token).$(group)/${version}`,
  kind: "Thing",
  metadata: { name },
  spec,
});
