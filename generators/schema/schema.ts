import type { JsonValue, ValidationRule } from "../model/index.js";

/** JSON type names of a structural schema. */
export const schemaTypes = ["array", "boolean", "integer", "number", "object", "string"] as const;
export type SchemaType = (typeof schemaTypes)[number];

/**
 * The part of `apiextensions.k8s.io/v1` JSONSchemaProps that types give. Absent means unset; no
 * member is ever written with an empty value. Schemas are shared between places, never changed.
 */
export type JSONSchemaProps = {
  readonly type?: SchemaType;
  readonly format?: string;
  readonly title?: string;
  readonly description?: string;
  readonly externalDocs?: { readonly url: string; readonly description?: string };
  readonly default?: JsonValue;
  readonly example?: JsonValue;
  readonly nullable?: boolean;
  readonly enum?: readonly JsonValue[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly exclusiveMinimum?: boolean;
  readonly maximum?: number;
  readonly exclusiveMaximum?: boolean;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly items?: JSONSchemaProps;
  readonly properties?: { readonly [name: string]: JSONSchemaProps };
  /** What a schema in JSON says may be a boolean. */
  readonly additionalProperties?: JSONSchemaProps | boolean;
  /** Sorted. */
  readonly required?: readonly string[];
  readonly allOf?: readonly JSONSchemaProps[];
  readonly anyOf?: readonly JSONSchemaProps[];
  readonly oneOf?: readonly JSONSchemaProps[];
  readonly not?: JSONSchemaProps;
  readonly "x-kubernetes-embedded-resource"?: boolean;
  readonly "x-kubernetes-int-or-string"?: boolean;
  readonly "x-kubernetes-list-map-keys"?: readonly string[];
  readonly "x-kubernetes-list-type"?: "atomic" | "map" | "set";
  readonly "x-kubernetes-map-type"?: "atomic" | "granular";
  readonly "x-kubernetes-preserve-unknown-fields"?: boolean;
  readonly "x-kubernetes-validations"?: readonly ValidationRule[];
};

/** Any JSON value: kept, and not looked into. */
export const anyValue: JSONSchemaProps = { "x-kubernetes-preserve-unknown-fields": true };

/** An integer or a string, as IntOrString is. */
export const intOrString: JSONSchemaProps = {
  anyOf: [{ type: "integer" }, { type: "string" }],
  "x-kubernetes-int-or-string": true,
};

/** The schema under another description, or as it is when the place has none of its own. */
export function described(input: {
  readonly schema: JSONSchemaProps;
  readonly description: string;
}): JSONSchemaProps {
  return input.description === ""
    ? input.schema
    : { ...input.schema, description: input.description };
}

/** Whether two schemas say the same, descriptions included. */
export function sameSchema(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== "object" || typeof right !== "object" || left === null || right === null) {
    return false;
  }
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const leftEntries = Object.entries(left);
  const rightEntries = new Map(Object.entries(right));
  return (
    leftEntries.length === rightEntries.size &&
    leftEntries.every(
      ([key, value]) => rightEntries.has(key) && sameSchema(value, rightEntries.get(key)),
    )
  );
}

/** The schema of the values of a map, where there is one. */
export function valuesOf({ additionalProperties }: JSONSchemaProps): JSONSchemaProps | undefined {
  return typeof additionalProperties === "object" ? additionalProperties : undefined;
}

/** The schema of what is in lists or maps. */
export function insideOf(input: {
  readonly schema: JSONSchemaProps;
  readonly step: "items" | "additionalProperties";
}): JSONSchemaProps | undefined {
  return input.step === "items" ? input.schema.items : valuesOf(input.schema);
}
