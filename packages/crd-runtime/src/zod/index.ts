export * from "./builtins.js";
export {
  type Check,
  each,
  eachKey,
  exclusiveMaximum,
  exclusiveMinimum,
  format,
  listMap,
  listSet,
  maxBytes,
  maxItems,
  maximum,
  maxLength,
  maxProperties,
  minItems,
  minimum,
  minLength,
  minProperties,
  multipleOf,
  neq,
  oneOf,
  pattern,
  required,
} from "./checks.js";
export * from "./containers.js";
export { embeddedResource } from "./embedded-resource.js";
export { keepUnknown } from "./loose.js";
export { ownMembers } from "./own-members.js";
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
