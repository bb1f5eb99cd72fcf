export { builtinSchemas } from "./builtins.js";
export { schemaDescription } from "./description.js";
export { problemText, type Refusal, refusalOf, withoutSums } from "./refusal.js";
export { type JSONSchemaProps, sameSchema, valuesOf } from "./schema.js";
export {
  largest,
  largestStored,
  type SchemaSize,
  SchemaSizes,
  storedBytes,
} from "./size.js";
export { TypeSchemas } from "./type-schemas.js";
