export * from "./builtins.js";
export * from "./checks.js";
export * from "./containers.js";
export { keepUnknown } from "./loose.js";
export {
  bytesSchema,
  doubleSchema,
  durationSchema,
  floatSchema,
  int32Schema,
  int64Schema,
  integerSchema,
  intOrStringSchema,
  jsonSchema,
  looseSchema,
  microTimeSchema,
  numberSchema,
  quantitySchema,
  rawExtensionSchema,
  timeSchema,
} from "./scalars.js";
export * from "./schema.js";
