import type { BuiltinName } from "../model/index.js";
import { metaSchemas } from "./meta-schemas.js";
import { anyValue, intOrString, type JSONSchemaProps } from "./schema.js";

/** apimachinery's Quantity as controller-gen knows it. */
const quantityPattern =
  "^(\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))(([KMGTPE]i)|[numkMGTPE]|([eE](\\+|-)?(([0-9]+(\\.[0-9]*)?)|(\\.[0-9]+))))?$";

/** The schemas of crd-runtime's types; what controller-gen makes of their Go twins. */
export const builtinSchemas: Readonly<Record<BuiltinName, JSONSchemaProps>> = {
  integer: { type: "integer" },
  int32: { type: "integer", format: "int32" },
  int64: { type: "integer", format: "int64" },
  float: { type: "number", format: "float" },
  double: { type: "number", format: "double" },
  Quantity: { ...intOrString, pattern: quantityPattern },
  IntOrString: intOrString,
  Time: { type: "string", format: "date-time" },
  MicroTime: { type: "string", format: "date-time" },
  Duration: { type: "string" },
  Bytes: { type: "string", format: "byte" },
  JSON: anyValue,
  RawExtension: { type: "object", ...anyValue },
  // What is in it is the API server's business, at the root and nested alike.
  ObjectMeta: { type: "object" },
  ...metaSchemas,
};
