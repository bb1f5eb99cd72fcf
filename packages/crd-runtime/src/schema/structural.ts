import type { ValidationRule } from "../apis/apiextensions.k8s.io/v1/schema.js";

/** Type of a value in a structural schema; absent for any value, and mostly for int-or-string, which comes first. */
export type SchemaType = "array" | "boolean" | "integer" | "number" | "object" | "string";

/**
 * A structural schema: one tree that says which members there are, apart from the validations of their values. Follows
 * apiextensions-apiserver's schema.Structural. Maps, so that a member named `__proto__` is one like any other.
 */
export interface Structural {
  readonly type: SchemaType | undefined;
  readonly title: string | undefined;
  readonly description: string | undefined;
  /** Absent where there is none; a present `undefined` does not occur. */
  readonly default?: unknown;
  readonly nullable: boolean;
  readonly properties: ReadonlyMap<string, Structural>;
  /** Schema of members that `properties` does not name; true: any value, whose own members are pruned; false: none. */
  readonly additionalProperties: Structural | boolean | undefined;
  readonly items: Structural | undefined;
  readonly preserveUnknownFields: boolean;
  readonly embeddedResource: boolean;
  readonly intOrString: boolean;
  readonly listType: "atomic" | "map" | "set" | undefined;
  readonly listMapKeys: readonly string[];
  readonly mapType: "atomic" | "granular" | undefined;
  readonly validations: readonly ValidationRule[];
  readonly value: ValueValidation;
}

/** Validations of a value that stand in a structural schema, or in the logic keywords below it. */
export interface ValueValidation {
  readonly format: string | undefined;
  readonly maximum: number | undefined;
  readonly exclusiveMaximum: boolean;
  readonly minimum: number | undefined;
  readonly exclusiveMinimum: boolean;
  readonly maxLength: number | undefined;
  readonly minLength: number | undefined;
  /** RE2 syntax. */
  readonly pattern: string | undefined;
  readonly maxItems: number | undefined;
  readonly minItems: number | undefined;
  readonly multipleOf: number | undefined;
  readonly maxProperties: number | undefined;
  readonly minProperties: number | undefined;
  readonly required: readonly string[];
  readonly enum: readonly unknown[] | undefined;
  readonly allOf: readonly NestedValueValidation[];
  readonly anyOf: readonly NestedValueValidation[];
  readonly oneOf: readonly NestedValueValidation[];
  readonly not: NestedValueValidation | undefined;
}

/** Value validations below a logic keyword: they restrict, and define no members. */
export interface NestedValueValidation extends ValueValidation {
  readonly type: SchemaType | undefined;
  readonly properties: ReadonlyMap<string, NestedValueValidation>;
  readonly additionalProperties: NestedValueValidation | undefined;
  readonly items: NestedValueValidation | undefined;
  readonly validations: readonly ValidationRule[];
}
