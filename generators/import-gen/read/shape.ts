import { isJsonObject, type JsonValue } from "../../model/index.js";

/** What a part of a definition has to be, for the API server to read it. Members that are not named are dropped there. */
type Shape =
  | keyof typeof plain
  | { readonly list: Shape }
  | { readonly map: Shape }
  | { readonly members: Members }
  | { readonly oneOf: readonly Shape[] };

type Members = { readonly [name: string]: Shape };

/** A part that is something else. */
export interface OddPart {
  /** As the API server names fields: `spec.versions[0].name`. */
  readonly field: string;
  readonly problem: string;
}

const isNumber = (value: unknown): boolean =>
  typeof value === "number" || typeof value === "bigint";

const plain = {
  text: { article: "a string", is: (value: unknown) => typeof value === "string" },
  number: { article: "a number", is: isNumber },
  integer: {
    article: "an integer",
    is: (value: unknown) => typeof value === "bigint" || Number.isInteger(value),
  },
  truth: { article: "true or false", is: (value: unknown) => typeof value === "boolean" },
  any: { article: "a value", is: () => true },
} as const;

const texts: Shape = { list: "text" };
const textMap: Shape = { map: "text" };

/** Schemas contain each other, so that the members are filled in below. */
const schemaMembers: { [keyword: string]: Shape } = {};
const schema: Shape = { members: schemaMembers };
const schemas: Shape = { list: schema };
const schemaMap: Shape = { map: schema };
const schemaOrTruth: Shape = { oneOf: [schema, "truth"] };

const rule: Shape = {
  members: {
    rule: "text",
    message: "text",
    messageExpression: "text",
    reason: "text",
    fieldPath: "text",
    optionalOldSelf: "truth",
  },
};

Object.assign(schemaMembers, {
  id: "text",
  $schema: "text",
  $ref: "text",
  description: "text",
  type: "text",
  format: "text",
  title: "text",
  maximum: "number",
  exclusiveMaximum: "truth",
  minimum: "number",
  exclusiveMinimum: "truth",
  maxLength: "integer",
  minLength: "integer",
  pattern: "text",
  maxItems: "integer",
  minItems: "integer",
  uniqueItems: "truth",
  multipleOf: "number",
  enum: { list: "any" },
  maxProperties: "integer",
  minProperties: "integer",
  required: texts,
  items: { oneOf: [schema, schemas] },
  allOf: schemas,
  oneOf: schemas,
  anyOf: schemas,
  not: schema,
  properties: schemaMap,
  additionalProperties: schemaOrTruth,
  patternProperties: schemaMap,
  dependencies: { map: { oneOf: [schema, texts] } },
  additionalItems: schemaOrTruth,
  definitions: schemaMap,
  externalDocs: { members: { description: "text", url: "text" } },
  nullable: "truth",
  "x-kubernetes-preserve-unknown-fields": "truth",
  "x-kubernetes-embedded-resource": "truth",
  "x-kubernetes-int-or-string": "truth",
  "x-kubernetes-list-map-keys": texts,
  "x-kubernetes-list-type": "text",
  "x-kubernetes-map-type": "text",
  "x-kubernetes-validations": { list: rule },
} satisfies Members);

const metadata: Shape = {
  members: {
    name: "text",
    generateName: "text",
    namespace: "text",
    labels: textMap,
    annotations: textMap,
    finalizers: texts,
    deletionTimestamp: "text",
    deletionGracePeriodSeconds: "integer",
    ownerReferences: {
      list: {
        members: {
          apiVersion: "text",
          kind: "text",
          name: "text",
          uid: "text",
          controller: "truth",
          blockOwnerDeletion: "truth",
        },
      },
    },
    managedFields: {
      list: {
        members: {
          manager: "text",
          operation: "text",
          apiVersion: "text",
          time: "text",
          fieldsType: "text",
          subresource: "text",
        },
      },
    },
  },
};

const version: Shape = {
  members: {
    name: "text",
    served: "truth",
    storage: "truth",
    deprecated: "truth",
    deprecationWarning: "text",
    schema: { members: { openAPIV3Schema: schema } },
    subresources: {
      members: {
        status: { members: {} },
        scale: {
          members: {
            specReplicasPath: "text",
            statusReplicasPath: "text",
            labelSelectorPath: "text",
          },
        },
      },
    },
    additionalPrinterColumns: {
      list: {
        members: {
          name: "text",
          type: "text",
          format: "text",
          description: "text",
          priority: "integer",
          jsonPath: "text",
        },
      },
    },
    selectableFields: { list: { members: { jsonPath: "text" } } },
  },
};

const service: Shape = {
  members: { namespace: "text", name: "text", path: "text", port: "integer" },
};

const definition: Shape = {
  members: {
    metadata,
    spec: {
      members: {
        group: "text",
        scope: "text",
        names: {
          members: {
            plural: "text",
            singular: "text",
            kind: "text",
            listKind: "text",
            shortNames: texts,
            categories: texts,
          },
        },
        versions: { list: version },
        conversion: {
          members: {
            strategy: "text",
            webhook: {
              members: {
                conversionReviewVersions: texts,
                clientConfig: { members: { url: "text", service, caBundle: "text" } },
              },
            },
          },
        },
        preserveUnknownFields: "truth",
      },
    },
  },
};

/** Parts without which the rest cannot be checked. */
const needed: readonly (readonly [path: readonly string[], article: string])[] = [
  [["metadata"], "an object"],
  [["spec"], "an object"],
  [["spec", "versions"], "a list"],
];

/** The first part of a CustomResourceDefinition that the API server could not even read; null is as if it were not there. */
export function oddPart(json: { readonly [key: string]: JsonValue }): OddPart | undefined {
  const odd = oddIn({ value: json, shape: definition, field: "" });
  if (odd !== undefined) return odd;
  for (const [path, article] of needed) {
    const value = path.reduce<JsonValue | undefined>(
      (parent, key) => (isJsonObject(parent) ? parent[key] : undefined),
      json,
    );
    if (value === undefined || value === null) return wrong(path.join("."), article);
  }
  return undefined;
}

function wrong(field: string, article: string): OddPart {
  return { field, problem: `${field}: Invalid value: must be ${article}` };
}

function oddIn(input: {
  readonly value: JsonValue;
  readonly shape: Shape;
  readonly field: string;
}): OddPart | undefined {
  const { value, shape, field } = input;
  if (typeof shape === "string") {
    return plain[shape].is(value) ? undefined : wrong(field, plain[shape].article);
  }
  if ("oneOf" in shape) {
    const fitting = shape.oneOf.find((one) => isOfKind(value, one));
    if (fitting !== undefined) return oddIn({ value, shape: fitting, field });
    return wrong(field, shape.oneOf.map(articleOf).join(" or "));
  }
  if (!isOfKind(value, shape)) return wrong(field, articleOf(shape));
  if (Array.isArray(value) && "list" in shape) {
    return first(value, (one: JsonValue, index) =>
      oddIn({ value: one, shape: shape.list, field: `${field}[${index}]` }),
    );
  }
  if (!isJsonObject(value)) return undefined;
  return first(Object.entries(value), ([name, one]) => {
    if (one === null) return undefined;
    if ("map" in shape) return oddIn({ value: one, shape: shape.map, field: `${field}[${name}]` });
    if (!("members" in shape) || !Object.hasOwn(shape.members, name)) return undefined;
    const member = shape.members[name];
    const at = field === "" ? name : `${field}.${name}`;
    return member === undefined ? undefined : oddIn({ value: one, shape: member, field: at });
  });
}

function isOfKind(value: JsonValue, shape: Shape): boolean {
  if (typeof shape === "string") return plain[shape].is(value);
  return "list" in shape ? Array.isArray(value) : isJsonObject(value);
}

function articleOf(shape: Shape): string {
  if (typeof shape === "string") return plain[shape].article;
  return "list" in shape ? "a list" : "an object";
}

function first<Value>(
  values: readonly Value[],
  oddOf: (value: Value, index: number) => OddPart | undefined,
): OddPart | undefined {
  for (const [index, value] of values.entries()) {
    const odd = oddOf(value, index);
    if (odd !== undefined) return odd;
  }
  return undefined;
}
