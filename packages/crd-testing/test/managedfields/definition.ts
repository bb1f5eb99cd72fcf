import type { CustomResourceDefinition, JSONSchemaProps } from "crd-runtime/apiextensions/v1";

const text: JSONSchemaProps = { type: "string" };
const integer: JSONSchemaProps = { type: "integer" };
const texts: JSONSchemaProps = { type: "object", additionalProperties: text };
const list = (items: JSONSchemaProps, more: Partial<JSONSchemaProps> = {}): JSONSchemaProps => ({
  type: "array",
  items,
  ...more,
});

const port: JSONSchemaProps = {
  type: "object",
  required: ["port"],
  properties: {
    port: integer,
    protocol: { type: "string", default: "TCP" },
    name: text,
    labels: texts,
    tags: list(text, { "x-kubernetes-list-type": "set" }),
  },
};

/** Every kind of list and map that server-side apply tells apart. */
const spec: JSONSchemaProps = {
  type: "object",
  properties: {
    replicas: integer,
    weight: { type: "number" },
    paused: { type: "boolean" },
    image: text,
    note: { type: "string", nullable: true },
    mode: { type: "string", default: "auto" },
    limit: { "x-kubernetes-int-or-string": true },
    settings: texts,
    frozen: { ...texts, "x-kubernetes-map-type": "atomic" },
    template: {
      type: "object",
      properties: {
        name: text,
        size: integer,
        nested: { type: "object", properties: { a: integer, b: text } },
      },
    },
    sealed: {
      type: "object",
      properties: { a: integer, b: text },
      "x-kubernetes-map-type": "atomic",
    },
    words: list(text),
    set: list(text, { "x-kubernetes-list-type": "set" }),
    numbers: list(integer, { "x-kubernetes-list-type": "set" }),
    ports: list(port, {
      "x-kubernetes-list-type": "map",
      "x-kubernetes-list-map-keys": ["port", "protocol"],
    }),
    parts: list(
      {
        type: "object",
        required: ["name"],
        properties: { name: text, value: integer, values: list(integer) },
      },
      { "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["name"] },
    ),
    groups: {
      type: "object",
      additionalProperties: { type: "object", properties: { a: integer, b: texts } },
    },
    any: { "x-kubernetes-preserve-unknown-fields": true },
    open: {
      type: "object",
      "x-kubernetes-preserve-unknown-fields": true,
      properties: { known: integer, inner: { type: "object", properties: { x: integer } } },
    },
    embedded: {
      type: "object",
      "x-kubernetes-embedded-resource": true,
      "x-kubernetes-preserve-unknown-fields": true,
    },
  },
};

const status: JSONSchemaProps = {
  type: "object",
  properties: {
    replicas: integer,
    selector: text,
    phase: text,
    conditions: list(
      {
        type: "object",
        required: ["type"],
        properties: { type: text, status: text, reason: text },
      },
      { "x-kubernetes-list-type": "map", "x-kubernetes-list-map-keys": ["type"] },
    ),
  },
};

/** The schema of the kind. */
export const schema: JSONSchemaProps = { type: "object", properties: { spec, status } };

/** A kind with every type of list and map, and all subresources. */
export function definition(group: string): CustomResourceDefinition {
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `samples.${group}` },
    spec: {
      group,
      names: { plural: "samples", singular: "sample", kind: "Sample", listKind: "SampleList" },
      scope: "Namespaced",
      versions: [
        {
          name: "v1",
          served: true,
          storage: true,
          schema: { openAPIV3Schema: schema },
          subresources: {
            status: {},
            scale: {
              specReplicasPath: ".spec.replicas",
              statusReplicasPath: ".status.replicas",
              labelSelectorPath: ".status.selector",
            },
          },
        },
      ],
    },
  };
}
