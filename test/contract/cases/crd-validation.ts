import type { Topic } from "../harness/topic.js";
import { schema, spec } from "./custom-definition.js";

const text = { type: "string" };

export const crdValidation: Topic = {
  name: "crd-validation",
  cases: {
    "wants structural schemas": [
      schema({}),
      schema({ type: "string" }),
      schema({ type: "array" }),
      schema({ properties: {} }),
      schema({ type: "object", nullable: true }),
      spec({ x: {} }),
      spec({ x: { type: "other" } }),
      spec({ x: { type: "array" } }),
      spec({ x: { type: "array", items: {} } }),
      spec({ x: { type: "array", items: [text] } }),
      spec({ x: { type: "object", additionalProperties: false } }),
      spec({ x: { type: "object", additionalProperties: true } }),
      spec({ x: { type: "object", additionalProperties: text, properties: { y: text } } }),
      spec({ x: { type: "string", properties: { y: text } } }),
      spec({ x: { properties: { y: text } } }),
      spec({ x: { anyOf: [{ type: "string" }, { type: "integer" }] } }),
      spec({ x: { type: "object", anyOf: [{ properties: { y: { minLength: 1 } } }] } }),
      spec({
        x: {
          type: "object",
          properties: { y: text },
          anyOf: [{ properties: { y: { minLength: 1 } } }, { required: ["y"] }],
        },
      }),
      spec({
        x: {
          type: "object",
          not: {
            type: "object",
            description: "d",
            default: 1,
            nullable: true,
            additionalProperties: text,
          },
        },
      }),
      spec({ x: { type: "string", allOf: [{ "x-kubernetes-int-or-string": true }] } }),
      spec({ x: { $ref: "#/x" } }),
      spec({ x: { type: "string", uniqueItems: true } }),
      spec({ x: { type: "array", items: text, uniqueItems: true } }),
      spec({
        x: {
          type: "object",
          patternProperties: {},
          dependencies: {},
          definitions: {},
          additionalItems: false,
          deprecated: true,
          discriminator: {},
          id: "x",
          readOnly: true,
          writeOnly: true,
          xml: {},
        },
      }),
      schema({
        type: "object",
        properties: {
          apiVersion: { type: "integer" },
          kind: { type: "object" },
          metadata: { type: "string" },
        },
      }),
      schema({
        type: "object",
        properties: {
          metadata: { type: "object", properties: { name: { type: "string", maxLength: 5 } } },
        },
      }),
      schema({
        type: "object",
        properties: { metadata: { type: "object", properties: { labels: { type: "object" } } } },
      }),
      schema({
        type: "object",
        properties: { metadata: { type: "object", required: ["name"], maxProperties: 3 } },
      }),
      schema({ type: "object", additionalProperties: text }),
    ],
    "checks extensions": [
      spec({ x: { "x-kubernetes-preserve-unknown-fields": false, type: "object" } }),
      spec({ x: { "x-kubernetes-preserve-unknown-fields": true, type: "string" } }),
      spec({ x: { "x-kubernetes-preserve-unknown-fields": true } }),
      spec({ x: { "x-kubernetes-int-or-string": true, type: "string" } }),
      spec({
        x: { "x-kubernetes-int-or-string": true, anyOf: [{ type: "integer" }, { type: "string" }] },
      }),
      spec({
        x: { "x-kubernetes-int-or-string": true, anyOf: [{ type: "string" }, { type: "integer" }] },
      }),
      spec({
        x: {
          "x-kubernetes-int-or-string": true,
          allOf: [{ anyOf: [{ type: "integer" }, { type: "string" }] }, { pattern: "x" }],
        },
      }),
      spec({ x: { type: "object", "x-kubernetes-embedded-resource": true } }),
      spec({
        x: {
          type: "object",
          "x-kubernetes-embedded-resource": true,
          "x-kubernetes-preserve-unknown-fields": true,
        },
      }),
      spec({ x: { type: "string", "x-kubernetes-embedded-resource": true } }),
      spec({ x: { type: "object", "x-kubernetes-list-type": "set" } }),
      spec({ x: { type: "array", items: text, "x-kubernetes-list-type": "other" } }),
      spec({ x: { type: "array", items: text, "x-kubernetes-list-type": "map" } }),
      spec({ x: { type: "array", items: { type: "object" }, "x-kubernetes-list-type": "set" } }),
      spec({
        x: {
          type: "array",
          items: { type: "object", "x-kubernetes-map-type": "atomic" },
          "x-kubernetes-list-type": "set",
        },
      }),
      spec({
        x: {
          type: "array",
          items: { type: "array", items: text },
          "x-kubernetes-list-type": "set",
        },
      }),
      spec({
        x: {
          type: "array",
          items: { type: "string", nullable: true },
          "x-kubernetes-list-type": "set",
        },
      }),
      spec({
        x: {
          type: "array",
          items: { type: "object", properties: { k: text } },
          "x-kubernetes-list-type": "map",
          "x-kubernetes-list-map-keys": ["k"],
        },
      }),
      spec({
        x: {
          type: "array",
          items: { type: "object", required: ["k"], properties: { k: text } },
          "x-kubernetes-list-type": "map",
          "x-kubernetes-list-map-keys": ["k", "k"],
        },
      }),
      spec({
        x: {
          type: "array",
          items: { type: "object", properties: { k: { type: "string", default: "d" } } },
          "x-kubernetes-list-type": "map",
          "x-kubernetes-list-map-keys": ["k"],
        },
      }),
      spec({
        x: {
          type: "array",
          items: { type: "object", required: ["k"], properties: { k: { type: "object" } } },
          "x-kubernetes-list-type": "map",
          "x-kubernetes-list-map-keys": ["k", "none"],
        },
      }),
      spec({
        x: {
          type: "array",
          items: {
            type: "object",
            required: ["k"],
            properties: { k: { type: "string", nullable: true } },
          },
          "x-kubernetes-list-type": "map",
          "x-kubernetes-list-map-keys": ["k"],
        },
      }),
      spec({ x: { type: "array", items: text, "x-kubernetes-list-map-keys": ["k"] } }),
      spec({ x: { type: "array", items: text, "x-kubernetes-map-type": "atomic" } }),
      spec({ x: { type: "object", "x-kubernetes-map-type": "other" } }),
      spec({
        x: { type: "object", additionalProperties: text, "x-kubernetes-map-type": "granular" },
      }),
    ],
    "checks defaults": [
      spec({ x: { type: "integer", default: "text" } }),
      spec({ x: { type: "integer", default: 1.5 } }),
      spec({ x: { type: "integer", default: 5, maximum: 3 } }),
      spec({ x: { type: "string", default: null } }),
      spec({ x: { type: "string", nullable: true, default: null } }),
      spec({ x: { type: "object", default: {}, required: ["y"], properties: { y: text } } }),
      spec({
        x: {
          type: "object",
          default: {},
          required: ["y"],
          properties: { y: { type: "string", default: "z" } },
        },
      }),
      spec({ x: { type: "object", default: { unknown: 1 }, properties: { y: text } } }),
      spec({ x: { type: "object", default: { y: "z", deep: {} }, properties: { y: text } } }),
      spec({ x: { type: "array", default: [1, "2"], items: { type: "integer" } } }),
      spec({ x: { type: "string", enum: ["a", "b"], default: "c" } }),
      spec({ x: { type: "string", pattern: "^a", default: "b" } }),
      spec({ x: { type: "string", format: "date", default: "not" } }),
      schema({ type: "object", default: {} }),
      schema({ type: "object", properties: { metadata: { type: "object", default: {} } } }),
      schema({
        type: "object",
        properties: {
          spec: {
            type: "object",
            "x-kubernetes-embedded-resource": true,
            "x-kubernetes-preserve-unknown-fields": true,
            default: { apiVersion: "v1", kind: "X" },
          },
        },
      }),
      spec({ x: { type: "object", not: { properties: { y: { default: 1 } } } } }),
    ],
    "checks values of keywords": [
      spec({ x: { type: "string", pattern: "(" } }),
      spec({ x: { type: "string", pattern: "(?=a)" } }),
      spec({ x: { type: "string", enum: [] } }),
      spec({ x: { type: "string", enum: ["a", "a"] } }),
      spec({ x: { type: "string", enum: [1] } }),
      spec({ x: { type: "string", format: "unknown" } }),
      spec({ x: { type: "string", minLength: -1 } }),
      spec({ x: { type: "string", minLength: 5, maxLength: 3 } }),
      spec({ x: { type: "integer", minimum: 5, maximum: 3 } }),
      spec({ x: { type: "integer", multipleOf: 0 } }),
      spec({ x: { type: "integer", minimum: "a" } }),
      spec({ x: { type: "integer", format: "int32", exclusiveMinimum: true } }),
      spec({ x: { type: "object", required: ["none"] } }),
      spec({ x: { type: "object", required: ["a", "a"], properties: { a: text } } }),
      spec({ x: { type: "object", minProperties: -1 } }),
      spec({ x: { type: "array", items: text, minItems: -1, maxItems: -2 } }),
      spec({ x: { type: ["string", "null"] } }),
      spec({ x: { type: "string", title: 1 } }),
      spec({ "": text, "a.b/c~d": text, __proto__: text }),
    ],
    "checks rules": [
      spec({ x: { type: "string", "x-kubernetes-validations": [{ rule: "" }] } }),
      spec({ x: { type: "string", "x-kubernetes-validations": [{ rule: "self" }] } }),
      spec({ x: { type: "string", "x-kubernetes-validations": [{ rule: "self.size(" }] } }),
      spec({ x: { type: "string", "x-kubernetes-validations": [{ rule: "self.missing == 1" }] } }),
      spec({
        x: {
          type: "string",
          maxLength: 10,
          "x-kubernetes-validations": [{ rule: "self.size() > 1", message: "" }],
        },
      }),
      spec({
        x: {
          type: "string",
          maxLength: 10,
          "x-kubernetes-validations": [{ rule: "self.size() > 1", message: "two\nlines" }],
        },
      }),
      spec({
        x: {
          type: "string",
          maxLength: 10,
          "x-kubernetes-validations": [{ rule: "self\n.size() > 1" }],
        },
      }),
      spec({
        x: {
          type: "string",
          maxLength: 10,
          "x-kubernetes-validations": [{ rule: "self.size() > 1", messageExpression: "1" }],
        },
      }),
      spec({
        x: {
          type: "string",
          maxLength: 10,
          "x-kubernetes-validations": [{ rule: "self.size() > 1", reason: "Other" }],
        },
      }),
      spec({
        x: {
          type: "string",
          maxLength: 10,
          "x-kubernetes-validations": [{ rule: "self.size() > 1", fieldPath: ".y" }],
        },
      }),
      // What string() makes of a value has no limit that the estimate knows.
      spec({
        x: {
          type: "boolean",
          "x-kubernetes-validations": [{ rule: "self", messageExpression: "string(self)" }],
        },
      }),
      spec({
        x: {
          type: "object",
          properties: { y: text },
          "x-kubernetes-validations": [{ rule: "has(self.y)", fieldPath: ".none" }],
        },
      }),
      spec({
        x: {
          type: "string",
          "x-kubernetes-validations": [{ rule: "oldSelf == self", optionalOldSelf: true }],
        },
      }),
      spec({
        x: {
          type: "array",
          items: {
            type: "string",
            maxLength: 5,
            "x-kubernetes-validations": [{ rule: "self == oldSelf" }],
          },
          maxItems: 5,
        },
      }),
      spec({
        x: {
          type: "array",
          items: {
            type: "array",
            items: { type: "string", "x-kubernetes-validations": [{ rule: "self.matches('a+')" }] },
          },
        },
      }),
      spec({
        x: {
          type: "array",
          items: { type: "string" },
          "x-kubernetes-validations": [{ rule: "self.all(a, self.all(b, self.all(c, a == b)))" }],
        },
      }),
      spec({
        x: {
          "x-kubernetes-preserve-unknown-fields": true,
          type: "object",
          "x-kubernetes-validations": [{ rule: "has(self.y)" }],
        },
      }),
      schema({
        type: "object",
        "x-kubernetes-validations": [
          { rule: "self.metadata.name.startsWith('x')" },
          { rule: "self.metadata.labels.size() > 0" },
        ],
      }),
    ],
  },
};
