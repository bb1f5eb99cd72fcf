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
  oneOf,
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
const schemaOrBool = oneOf(
  struct({
    id: `${apiextensions}.JSONSchemaPropsOrBool`,
    members: { schema: pointer(2, schema), allows: optional(1, flag) },
  }),
);
const schemaOrArray = oneOf(
  struct({
    id: `${apiextensions}.JSONSchemaPropsOrArray`,
    members: { schema: pointer(1, schema), jSONSchemas: optional(2, listOf(schema)) },
  }),
);
const schemaOrStrings = oneOf(
  struct({
    id: `${apiextensions}.JSONSchemaPropsOrStringArray`,
    members: { schema: pointer(1, schema), property: optional(2, texts) },
  }),
);

const validationRule = struct({
  id: `${apiextensions}.ValidationRule`,
  description: "ValidationRule is a rule in CEL.",
  members: {
    rule: required(1, text),
    message: optional(2, text),
    messageExpression: optional(3, text),
    reason: pointer(4, named("v1.FieldValueErrorReason")),
    fieldPath: optional(5, text),
    optionalOldSelf: pointer(6, flag),
  },
});

export const jsonSchemaProps: GoStruct = struct({
  id: `${apiextensions}.JSONSchemaProps`,
  description: "JSONSchemaProps is a JSON Schema.",
  members: {
    id: optional(1, text),
    $schema: optional(2, text),
    $ref: pointer(3, text),
    description: optional(4, text),
    type: optional(5, text),
    format: optional(6, text),
    title: optional(7, text),
    default: pointer(8, any),
    maximum: pointer(9, float64),
    exclusiveMaximum: optional(10, flag),
    minimum: pointer(11, float64),
    exclusiveMinimum: optional(12, flag),
    maxLength: pointer(13, int64),
    minLength: pointer(14, int64),
    pattern: optional(15, text),
    maxItems: pointer(16, int64),
    minItems: pointer(17, int64),
    uniqueItems: optional(18, flag),
    multipleOf: pointer(19, float64),
    enum: optional(20, listOf(any)),
    maxProperties: pointer(21, int64),
    minProperties: pointer(22, int64),
    required: optional(23, texts),
    items: pointer(24, schemaOrArray),
    allOf: optional(25, listOf(schema)),
    oneOf: optional(26, listOf(schema)),
    anyOf: optional(27, listOf(schema)),
    not: pointer(28, schema),
    properties: optional(29, mapOf(schema)),
    additionalProperties: pointer(30, schemaOrBool),
    patternProperties: optional(31, mapOf(schema)),
    // Forbidden even when it is empty, so that it is kept until validation.
    dependencies: pointer(32, mapOf(schemaOrStrings)),
    additionalItems: pointer(33, schemaOrBool),
    definitions: optional(34, mapOf(schema)),
    externalDocs: pointer(
      35,
      struct({
        id: `${apiextensions}.ExternalDocumentation`,
        members: { description: optional(1, text), url: optional(2, text) },
      }),
    ),
    example: pointer(36, any),
    nullable: optional(37, flag),
    "x-kubernetes-preserve-unknown-fields": pointer(38, flag),
    "x-kubernetes-embedded-resource": optional(39, flag),
    "x-kubernetes-int-or-string": optional(40, flag),
    "x-kubernetes-list-map-keys": optional(41, texts),
    "x-kubernetes-list-type": pointer(42, text),
    "x-kubernetes-map-type": pointer(43, text),
    "x-kubernetes-validations": optional(44, {
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
    plural: required(1, text),
    singular: optional(2, text),
    shortNames: optional(3, texts),
    kind: required(4, text),
    listKind: optional(5, text),
    categories: optional(6, texts),
  },
});

const version = struct({
  id: `${apiextensions}.CustomResourceDefinitionVersion`,
  description: "CustomResourceDefinitionVersion is one version of a kind.",
  members: {
    name: required(1, text),
    served: required(2, flag),
    storage: required(3, flag),
    deprecated: optional(7, flag),
    deprecationWarning: pointer(8, text),
    schema: pointer(
      4,
      struct({
        id: `${apiextensions}.CustomResourceValidation`,
        members: { openAPIV3Schema: pointer(1, schema) },
      }),
    ),
    subresources: pointer(
      5,
      struct({
        id: `${apiextensions}.CustomResourceSubresources`,
        members: {
          status: pointer(
            1,
            struct({ id: `${apiextensions}.CustomResourceSubresourceStatus`, members: {} }),
          ),
          scale: pointer(
            2,
            struct({
              id: `${apiextensions}.CustomResourceSubresourceScale`,
              members: {
                specReplicasPath: required(1, text),
                statusReplicasPath: required(2, text),
                labelSelectorPath: pointer(3, text),
              },
            }),
          ),
        },
      }),
    ),
    additionalPrinterColumns: optional(
      6,
      listOf(
        struct({
          id: `${apiextensions}.CustomResourceColumnDefinition`,
          members: {
            name: required(1, text),
            type: required(2, text),
            format: optional(3, text),
            description: optional(4, text),
            priority: optional(5, int32),
            jsonPath: required(6, text),
          },
        }),
      ),
    ),
    selectableFields: optional(
      9,
      listOf(
        struct({
          id: `${apiextensions}.SelectableField`,
          members: { jsonPath: required(1, text) },
        }),
      ),
    ),
  },
});

const conversion = struct({
  id: `${apiextensions}.CustomResourceConversion`,
  description: "CustomResourceConversion says how objects are converted between versions.",
  members: {
    strategy: required(1, named("v1.ConversionStrategyType")),
    webhook: pointer(
      2,
      struct({
        id: `${apiextensions}.WebhookConversion`,
        members: {
          clientConfig: pointer(
            2,
            struct({
              id: `${apiextensions}.WebhookClientConfig`,
              members: {
                url: pointer(3, text),
                service: pointer(
                  1,
                  struct({
                    id: `${apiextensions}.ServiceReference`,
                    members: {
                      namespace: required(1, text),
                      name: required(2, text),
                      path: pointer(3, text),
                      port: pointer(4, int32),
                    },
                  }),
                ),
                caBundle: optional(2, bytes),
              },
            }),
          ),
          conversionReviewVersions: required(3, texts),
        },
      }),
    ),
  },
});

const condition = struct({
  id: `${apiextensions}.CustomResourceDefinitionCondition`,
  description: "CustomResourceDefinitionCondition is one aspect of a definition's state.",
  members: {
    type: required(1, text),
    status: required(2, text),
    observedGeneration: optional(6, int64),
    lastTransitionTime: optional(3, time),
    reason: optional(4, text),
    message: optional(5, text),
  },
});

export const customResourceDefinition = kindStruct({
  id: `${apiextensions}.CustomResourceDefinition`,
  description: "CustomResourceDefinition adds a kind to the API server.",
  members: {
    spec: required(
      2,
      struct({
        id: `${apiextensions}.CustomResourceDefinitionSpec`,
        description: "CustomResourceDefinitionSpec describes how a kind appears in the API.",
        members: {
          group: required(1, text),
          names: required(3, names),
          scope: required(4, named("v1.ResourceScope")),
          versions: required(7, listOf(version)),
          conversion: pointer(9, conversion),
          preserveUnknownFields: optional(10, flag),
        },
      }),
    ),
    status: optional(
      3,
      struct({
        id: `${apiextensions}.CustomResourceDefinitionStatus`,
        description: "CustomResourceDefinitionStatus is what the server made of a definition.",
        members: {
          conditions: written(1, listMap({ of: condition, keys: ["type"] })),
          acceptedNames: written(2, names),
          storedVersions: written(3, texts),
          observedGeneration: optional(4, int64),
        },
      }),
    ),
  },
});
