import type { Json } from "../harness/json.js";
import type { Definition } from "../harness/topic.js";

/** The resource of most cases: a schema that prunes, a default, limits, status and scale. */
export const widgets: Definition = {
  plural: "widgets",
  kind: "Widget",
  names: { shortNames: ["wd"], categories: ["all"] },
  schema: {
    type: "object",
    properties: {
      spec: {
        type: "object",
        properties: {
          size: { type: "integer", minimum: 0, maximum: 100 },
          color: { type: "string", default: "red" },
          note: { type: "string", maxLength: 10 },
          replicas: { type: "integer" },
          selector: { type: "string" },
          tags: { type: "array", items: { type: "string" } },
          labels: { type: "object", additionalProperties: { type: "string" } },
        },
      },
      status: {
        type: "object",
        properties: {
          phase: { type: "string" },
          replicas: { type: "integer" },
          selector: { type: "string" },
          color: { type: "string", default: "grey" },
        },
      },
    },
  },
  version: {
    subresources: {
      status: {},
      scale: {
        specReplicasPath: ".spec.replicas",
        statusReplicasPath: ".status.replicas",
        labelSelectorPath: ".status.selector",
      },
    },
  },
};

/** No subresources: status is an ordinary member. Any member is kept. */
export const gadgets: Definition = { plural: "gadgets", kind: "Gadget" };

/** A cluster-scoped resource. */
export const planets: Definition = {
  plural: "planets",
  kind: "Planet",
  scope: "Cluster",
  schema: {
    type: "object",
    properties: { spec: { type: "object", properties: { size: { type: "integer" } } } },
  },
};

/** An object with only a name, and what else is given. */
export function named(name: string): (members?: { readonly [member: string]: Json }) => Json {
  return (members = {}) => {
    const { metadata, ...rest } = members;
    return { metadata: { name, ...(metadata as object | undefined) }, ...rest };
  };
}
