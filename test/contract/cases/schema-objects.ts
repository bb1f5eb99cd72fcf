import type { Json, JsonObject } from "../harness/json.js";
import type { Definition, Step } from "../harness/topic.js";
import { outcome } from "./views.js";

/** Creates an object with this spec, without keeping it. */
export const tried =
  (resource: string) =>
  (spec: Json): Step => ({
    POST: `${resource}?dryRun=All`,
    body: { metadata: { name: "a" }, spec },
    view: outcome,
  });

export const definition = (input: {
  readonly plural: string;
  readonly kind: string;
  readonly spec: JsonObject;
  readonly version?: Json;
}): Definition => ({
  plural: input.plural,
  kind: input.kind,
  schema: { type: "object", properties: { spec: { type: "object", ...input.spec } } },
  ...(input.version === undefined ? {} : { version: input.version }),
});

const text = { type: "string" };

export const value = tried("values");

export const list = tried("listeds");

export const embedded = definition({
  plural: "wrappers",
  kind: "Wrapper",
  spec: {
    properties: {
      any: {
        type: "object",
        "x-kubernetes-embedded-resource": true,
        "x-kubernetes-preserve-unknown-fields": true,
      },
      typed: {
        type: "object",
        "x-kubernetes-embedded-resource": true,
        properties: { spec: { type: "object", properties: { x: text } } },
      },
      list: {
        type: "array",
        items: {
          type: "object",
          "x-kubernetes-embedded-resource": true,
          "x-kubernetes-preserve-unknown-fields": true,
        },
      },
      either: { "x-kubernetes-int-or-string": true },
      pattern: { "x-kubernetes-int-or-string": true, pattern: "^\\d+%$" },
      bounded: {
        "x-kubernetes-int-or-string": true,
        anyOf: [{ type: "integer" }, { type: "string" }],
        maximum: 5,
        maxLength: 2,
      },
      nullable: { "x-kubernetes-int-or-string": true, nullable: true },
    },
  },
});

export const wrap = tried("wrappers");

export const rule = (text: string, more: JsonObject = {}): JsonObject => ({ rule: text, ...more });
