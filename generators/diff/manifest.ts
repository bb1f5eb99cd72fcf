import { z } from "zod";

const json: z.ZodType<unknown> = z.unknown();

/** A node of `openAPIV3Schema`: what is compared of it; the rest is kept as it is. */
export interface Schema {
  readonly [keyword: string]: unknown;
  readonly type?: string | undefined;
  readonly properties?: Readonly<Record<string, Schema>> | undefined;
  readonly items?: Schema | undefined;
  readonly additionalProperties?: boolean | Schema | undefined;
  readonly required?: readonly string[] | undefined;
  readonly enum?: readonly unknown[] | undefined;
  readonly allOf?: readonly Schema[] | undefined;
  readonly anyOf?: readonly Schema[] | undefined;
  readonly oneOf?: readonly Schema[] | undefined;
  readonly not?: Schema | undefined;
  readonly "x-kubernetes-validations"?: readonly ValidationRule[] | undefined;
}

export interface ValidationRule {
  readonly [member: string]: unknown;
  readonly rule: string;
}

/** In YAML a key without a value is null, and means the same as no key. */
function optional<T extends z.ZodType>(type: T) {
  return type.nullish().transform((value) => value ?? undefined);
}

const schema: z.ZodType<Schema> = z.lazy(() =>
  z.looseObject({
    type: optional(z.string()),
    properties: optional(z.record(z.string(), schema)),
    items: optional(schema),
    additionalProperties: optional(z.union([z.boolean(), schema])),
    required: optional(z.array(z.string())),
    enum: optional(z.array(json)),
    allOf: optional(z.array(schema)),
    anyOf: optional(z.array(schema)),
    oneOf: optional(z.array(schema)),
    not: optional(schema),
    "x-kubernetes-validations": optional(z.array(z.looseObject({ rule: z.string() }))),
  }),
);

const version = z.object({
  name: z.string(),
  served: z.boolean(),
  storage: z.boolean(),
  deprecated: optional(z.boolean()),
  schema: optional(z.object({ openAPIV3Schema: optional(schema) })),
  subresources: optional(
    z.object({
      status: optional(z.looseObject({})),
      scale: optional(z.looseObject({})),
    }),
  ),
  selectableFields: optional(z.array(z.object({ jsonPath: z.string() }))),
  additionalPrinterColumns: optional(z.array(json)),
});

/** The part of a CustomResourceDefinition that its users meet. */
const definition = z.object({
  apiVersion: z.literal("apiextensions.k8s.io/v1"),
  kind: z.literal("CustomResourceDefinition"),
  metadata: z.object({ name: z.string() }),
  spec: z.object({
    group: z.string(),
    names: z.object({
      kind: z.string(),
      plural: z.string(),
      listKind: optional(z.string()),
      singular: optional(z.string()),
      shortNames: optional(z.array(z.string())),
      categories: optional(z.array(z.string())),
    }),
    scope: z.string(),
    versions: z.array(version),
    conversion: optional(z.object({ strategy: z.string() })),
  }),
});

export type Definition = z.output<typeof definition>;
export type DefinitionVersion = z.output<typeof version>;

/** Reads one document; undefined for an object of another kind. */
export function readDefinition(document: unknown): {
  readonly definition?: Definition;
  /** `spec.versions: expected array`, where it is a definition that cannot be read. */
  readonly problem?: string;
} {
  const isDefinition = z.looseObject({ kind: z.literal("CustomResourceDefinition") });
  if (!isDefinition.safeParse(document).success) return {};
  const result = definition.safeParse(document);
  if (result.success) return { definition: result.data };
  const [issue] = result.error.issues;
  return { problem: `${issue?.path.join(".")}: ${issue?.message}` };
}
