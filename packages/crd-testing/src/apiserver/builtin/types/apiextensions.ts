import {
  bytes,
  flag,
  float64,
  type GoStruct,
  type GoType,
  int32,
  int64,
  listMap,
  listOf,
  mapOf,
  named,
  optional,
  pointer,
  required,
  struct,
  text,
  texts,
  time,
  written,
} from "./go-type.js";
import { kindStruct } from "./meta.js";

const apiextensions = "io.k8s.apiextensions-apiserver.pkg.apis.apiextensions.v1";

const schema: GoType = { type: "lazy", of: () => jsonSchemaProps };
const any: GoType = { type: "any", id: `${apiextensions}.JSON` };
const schemaOrBool: GoType = {
  type: "oneOf",
  id: `${apiextensions}.JSONSchemaPropsOrBool`,
  of: [schema, flag],
};
const schemaOrArray: GoType = {
  type: "oneOf",
  id: `${apiextensions}.JSONSchemaPropsOrArray`,
  of: [schema, listOf(schema)],
};
const schemaOrStrings: GoType = {
  type: "oneOf",
  id: `${apiextensions}.JSONSchemaPropsOrStringArray`,
  of: [schema, texts],
};

const validationRule = struct({
  id: `${apiextensions}.ValidationRule`,
  description: "ValidationRule is a rule in CEL.",
  members: {
    rule: required(text),
    message: optional(text),
    messageExpression: optional(text),
    reason: pointer(named("v1.FieldValueErrorReason")),
    fieldPath: optional(text),
    optionalOldSelf: pointer(flag),
  },
});

const jsonSchemaProps: GoStruct = struct({
  id: `${apiextensions}.JSONSchemaProps`,
  description: "JSONSchemaProps is a JSON Schema.",
  members: {
    id: optional(text),
    $schema: optional(text),
    $ref: pointer(text),
    description: optional(text),
    type: optional(text),
    format: optional(text),
    title: optional(text),
    default: pointer(any),
    maximum: pointer(float64),
    exclusiveMaximum: optional(flag),
    minimum: pointer(float64),
    exclusiveMinimum: optional(flag),
    maxLength: pointer(int64),
    minLength: pointer(int64),
    pattern: optional(text),
    maxItems: pointer(int64),
    minItems: pointer(int64),
    uniqueItems: optional(flag),
    multipleOf: pointer(float64),
    enum: optional(listOf(any)),
    maxProperties: pointer(int64),
    minProperties: pointer(int64),
    required: optional(texts),
    items: pointer(schemaOrArray),
    allOf: optional(listOf(schema)),
    oneOf: optional(listOf(schema)),
    anyOf: optional(listOf(schema)),
    not: pointer(schema),
    properties: optional(mapOf(schema)),
    additionalProperties: pointer(schemaOrBool),
    patternProperties: optional(mapOf(schema)),
    // Forbidden even when it is empty, so that it is kept until validation.
    dependencies: pointer(mapOf(schemaOrStrings)),
    additionalItems: pointer(schemaOrBool),
    definitions: optional(mapOf(schema)),
    externalDocs: pointer(
      struct({
        id: `${apiextensions}.ExternalDocumentation`,
        members: { description: optional(text), url: optional(text) },
      }),
    ),
    example: pointer(any),
    nullable: optional(flag),
    "x-kubernetes-preserve-unknown-fields": pointer(flag),
    "x-kubernetes-embedded-resource": optional(flag),
    "x-kubernetes-int-or-string": optional(flag),
    "x-kubernetes-list-map-keys": optional(texts),
    "x-kubernetes-list-type": pointer(text),
    "x-kubernetes-map-type": pointer(text),
    "x-kubernetes-validations": optional({
      type: "list",
      of: validationRule,
      list: { type: "map", keys: ["rule"] },
      goName: "v1.ValidationRules",
    }),
  },
});

const names = struct({
  id: `${apiextensions}.CustomResourceDefinitionNames`,
  description: "CustomResourceDefinitionNames are the names of the resource and its kind.",
  members: {
    plural: required(text),
    singular: optional(text),
    shortNames: optional(texts),
    kind: required(text),
    listKind: optional(text),
    categories: optional(texts),
  },
});

const version = struct({
  id: `${apiextensions}.CustomResourceDefinitionVersion`,
  description: "CustomResourceDefinitionVersion is one version of a kind.",
  members: {
    name: required(text),
    served: required(flag),
    storage: required(flag),
    deprecated: optional(flag),
    deprecationWarning: pointer(text),
    schema: pointer(
      struct({
        id: `${apiextensions}.CustomResourceValidation`,
        members: { openAPIV3Schema: pointer(schema) },
      }),
    ),
    subresources: pointer(
      struct({
        id: `${apiextensions}.CustomResourceSubresources`,
        members: {
          status: pointer(
            struct({ id: `${apiextensions}.CustomResourceSubresourceStatus`, members: {} }),
          ),
          scale: pointer(
            struct({
              id: `${apiextensions}.CustomResourceSubresourceScale`,
              members: {
                specReplicasPath: required(text),
                statusReplicasPath: required(text),
                labelSelectorPath: pointer(text),
              },
            }),
          ),
        },
      }),
    ),
    additionalPrinterColumns: optional(
      listOf(
        struct({
          id: `${apiextensions}.CustomResourceColumnDefinition`,
          members: {
            name: required(text),
            type: required(text),
            format: optional(text),
            description: optional(text),
            priority: optional(int32),
            jsonPath: required(text),
          },
        }),
      ),
    ),
    selectableFields: optional(
      listOf(
        struct({ id: `${apiextensions}.SelectableField`, members: { jsonPath: required(text) } }),
      ),
    ),
  },
});

const conversion = struct({
  id: `${apiextensions}.CustomResourceConversion`,
  description: "CustomResourceConversion says how objects are converted between versions.",
  members: {
    strategy: required(named("v1.ConversionStrategyType")),
    webhook: pointer(
      struct({
        id: `${apiextensions}.WebhookConversion`,
        members: {
          clientConfig: pointer(
            struct({
              id: `${apiextensions}.WebhookClientConfig`,
              members: {
                url: pointer(text),
                service: pointer(
                  struct({
                    id: `${apiextensions}.ServiceReference`,
                    members: {
                      namespace: required(text),
                      name: required(text),
                      path: pointer(text),
                      port: pointer(int32),
                    },
                  }),
                ),
                caBundle: optional(bytes),
              },
            }),
          ),
          conversionReviewVersions: required(texts),
        },
      }),
    ),
  },
});

const condition = struct({
  id: `${apiextensions}.CustomResourceDefinitionCondition`,
  description: "CustomResourceDefinitionCondition is one aspect of a definition's state.",
  members: {
    type: required(text),
    status: required(text),
    observedGeneration: optional(int64),
    lastTransitionTime: optional(time),
    reason: optional(text),
    message: optional(text),
  },
});

export const customResourceDefinition = kindStruct({
  id: `${apiextensions}.CustomResourceDefinition`,
  description: "CustomResourceDefinition adds a kind to the API server.",
  members: {
    spec: required(
      struct({
        id: `${apiextensions}.CustomResourceDefinitionSpec`,
        description: "CustomResourceDefinitionSpec describes how a kind appears in the API.",
        members: {
          group: required(text),
          names: required(names),
          scope: required(named("v1.ResourceScope")),
          versions: required(listOf(version)),
          conversion: pointer(conversion),
          preserveUnknownFields: optional(flag),
        },
      }),
    ),
    status: optional(
      struct({
        id: `${apiextensions}.CustomResourceDefinitionStatus`,
        description: "CustomResourceDefinitionStatus is what the server made of a definition.",
        members: {
          conditions: written(listMap({ of: condition, keys: ["type"] })),
          acceptedNames: written(names),
          storedVersions: written(texts),
          observedGeneration: optional(int64),
        },
      }),
    ),
  },
});
