import type {
  CustomResourceDefinition,
  JSONSchemaProps,
  ValidationRule,
} from "crd-runtime/apiextensions/v1";
import { placesIn, sizeOf } from "./places.js";

/** A schema with rules, as some definition has it. */
export interface RuledSchema {
  readonly schema: JSONSchemaProps;
  readonly rule: ValidationRule;
}

/** Definitions, and what is bred out of them. */
export interface Stock {
  readonly definitions: readonly CustomResourceDefinition[];
  /** Schemas that are put somewhere else. */
  readonly schemas: readonly JSONSchemaProps[];
  readonly ruled: readonly RuledSchema[];
  /** Schemas of roots with rules. */
  readonly rootRules: readonly ValidationRule[];
}

/** Larger definitions give schemas and rules, and are not bred themselves: the API server takes a second for each. */
const largestDefinition = 4_000;
const largestSchema = 400;
const schemasOfDefinition = 150;

/** Takes definitions apart. */
export function stockOf(all: readonly CustomResourceDefinition[]): Stock {
  const roots = all.map(({ spec }) =>
    spec.versions.flatMap(({ schema }) => schema?.openAPIV3Schema ?? []),
  );
  const places = roots.map((schemas) =>
    schemas.flatMap((schema) => placesIn(schema)).map(({ schema }) => schema),
  );
  const small = places.map((schemas) =>
    schemas.filter((schema) => sizeOf(schema) <= largestSchema),
  );
  return {
    definitions: all.filter((_, index) => (places[index]?.length ?? 0) <= largestDefinition),
    schemas: small.flatMap((schemas) => {
      const step = Math.max(1, Math.floor(schemas.length / schemasOfDefinition));
      return schemas.filter((_, index) => index % step === 0);
    }),
    ruled: small.flat().flatMap((schema) => rulesOf(schema).map((rule) => ({ schema, rule }))),
    rootRules: roots.flat().flatMap(rulesOf),
  };
}

function rulesOf(schema: JSONSchemaProps): readonly ValidationRule[] {
  return schema["x-kubernetes-validations"] ?? [];
}
