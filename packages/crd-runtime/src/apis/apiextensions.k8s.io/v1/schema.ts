import type { double, int64, JSON as JSONValue } from "crd-runtime";

/** JSONSchemaProps is a JSON Schema in the dialect of CustomResourceDefinitions. */
export interface JSONSchemaProps {
  id?: string;
  $schema?: string;
  /** Forbidden in definitions, as all references are. */
  $ref?: string;
  description?: string;
  /** object, array, string, integer, number or boolean. */
  type?: string;
  /** An OpenAPI format, such as int32, date-time or byte. Unknown ones are ignored. */
  format?: string;
  title?: string;
  /** Value that the server fills in where the member is absent. */
  default?: JSONValue;
  maximum?: double;
  exclusiveMaximum?: boolean;
  minimum?: double;
  exclusiveMinimum?: boolean;
  /** In code points. */
  maxLength?: int64;
  /** In code points. */
  minLength?: int64;
  /** A regular expression in RE2 syntax. */
  pattern?: string;
  maxItems?: int64;
  minItems?: int64;
  /** Forbidden when true: use x-kubernetes-list-type. */
  uniqueItems?: boolean;
  multipleOf?: double;
  enum?: JSONValue[];
  maxProperties?: int64;
  minProperties?: int64;
  required?: string[];
  items?: JSONSchemaPropsOrArray;
  allOf?: JSONSchemaProps[];
  oneOf?: JSONSchemaProps[];
  anyOf?: JSONSchemaProps[];
  not?: JSONSchemaProps;
  properties?: Record<string, JSONSchemaProps>;
  additionalProperties?: JSONSchemaPropsOrBool;
  /** Forbidden in definitions. */
  patternProperties?: Record<string, JSONSchemaProps>;
  /** Forbidden in definitions. Each value is a schema or a list of member names. */
  dependencies?: Record<string, JSONValue>;
  /** Forbidden in definitions. */
  additionalItems?: JSONSchemaPropsOrBool;
  /** Forbidden in definitions. */
  definitions?: Record<string, JSONSchemaProps>;
  externalDocs?: ExternalDocumentation;
  example?: JSONValue;
  /** Whether null is a value. */
  nullable?: boolean;
  /** Keeps members that the schema does not know. */
  "x-kubernetes-preserve-unknown-fields"?: boolean;
  /** The value is a whole object with apiVersion, kind and metadata. */
  "x-kubernetes-embedded-resource"?: boolean;
  /** The value is an integer or a string. */
  "x-kubernetes-int-or-string"?: boolean;
  /** Members that identify an element of a list of type map. */
  "x-kubernetes-list-map-keys"?: string[];
  /** How lists merge in server-side apply. */
  "x-kubernetes-list-type"?: "atomic" | "set" | "map";
  /** How objects merge in server-side apply. */
  "x-kubernetes-map-type"?: "granular" | "atomic";
  /** Rules in CEL. */
  "x-kubernetes-validations"?: ValidationRule[];
}

/** JSONSchemaPropsOrArray is one schema for all elements; lists of schemas are forbidden in definitions. */
export type JSONSchemaPropsOrArray = JSONSchemaProps | JSONSchemaProps[];

/** JSONSchemaPropsOrBool is a schema, or whether any value is allowed. */
export type JSONSchemaPropsOrBool = JSONSchemaProps | boolean;

/** ExternalDocumentation points to further documentation. */
export interface ExternalDocumentation {
  description?: string;
  url?: string;
}

/** ValidationRule is a rule in the Common Expression Language. */
export interface ValidationRule {
  /** Expression over `self`; a rule with `oldSelf` is checked on updates. */
  rule: string;
  /** Message of a violation. */
  message?: string;
  /** Expression that gives the message; wins over `message`. */
  messageExpression?: string;
  /** Reason of a violation; FieldValueInvalid when absent. */
  reason?: FieldValueErrorReason;
  /** Path to the member that a violation names, relative to the rule's place. */
  fieldPath?: string;
  /** Makes `oldSelf` an optional value, so that the rule is checked on creation too. */
  optionalOldSelf?: boolean;
}

/** FieldValueErrorReason is the reason of a violated rule. */
export type FieldValueErrorReason =
  | "FieldValueRequired"
  | "FieldValueInvalid"
  | "FieldValueForbidden"
  | "FieldValueDuplicate";
