import type { ValueSchema } from "./documents.js";

/** Types that crd-runtime itself exports, by the name of their schema or their own. */
export const runtimeTypes: ReadonlyMap<string, string> = new Map([
  ["io.k8s.apimachinery.pkg.api.resource.Quantity", "Quantity"],
  ["io.k8s.apimachinery.pkg.runtime.RawExtension", "RawExtension"],
  ["io.k8s.apimachinery.pkg.util.intstr.IntOrString", "IntOrString"],
  ...["Bytes", "double", "float", "int32", "int64", "integer"].map((name) => [name, name] as const),
  ...[
    "Condition",
    "LabelSelector",
    "LabelSelectorRequirement",
    "ListMeta",
    "ManagedFieldsEntry",
    "MicroTime",
    "ObjectMeta",
    "OwnerReference",
    "Time",
  ].map((name) => [`io.k8s.apimachinery.pkg.apis.meta.v1.${name}`, name] as const),
]);

const scalars: Readonly<Record<string, string>> = {
  string: "string",
  "string byte": "Bytes",
  boolean: "boolean",
  integer: "integer",
  "integer int32": "int32",
  "integer int64": "int64",
  number: "double",
  "number double": "double",
  "number float": "float",
};

/**
 * The TypeScript of a member's schema. `nameOf` gives the name of a type by that of its schema.
 *
 * @throws for what none of the built-in kinds has had so far
 */
export function memberType(input: {
  readonly schema: ValueSchema;
  readonly nameOf: (schema: string) => string;
}): string {
  const { schema, nameOf } = input;
  const { type = "", format, items, additionalProperties } = schema;
  const target = referenceOf(schema);
  if (target !== undefined) return nameOf(target);
  if (type === "array" && items !== undefined) {
    const element = memberType({ schema: items, nameOf });
    return element.includes(" | ") ? `(${element})[]` : `${element}[]`;
  }
  if (type === "object" && additionalProperties !== undefined) {
    return `Record<string, ${memberType({ schema: additionalProperties, nameOf })}>`;
  }
  if (schema.enum !== undefined) {
    return schema.enum.map((value) => JSON.stringify(value)).join(" | ");
  }
  const scalar = scalars[format === undefined ? type : `${type} ${format}`];
  if (scalar === undefined) throw new Error(`no TypeScript is known for ${JSON.stringify(schema)}`);
  return runtimeTypes.has(scalar) ? nameOf(scalar) : scalar;
}

/** `Pod` of `io.k8s.api.core.v1.Pod`. */
export function shortName(schema: string): string {
  return schema.slice(schema.lastIndexOf(".") + 1);
}

/** Name of the schema that a member refers to. */
export function referenceOf(schema: ValueSchema): string | undefined {
  return (schema.$ref ?? schema.allOf?.[0].$ref)?.replace("#/components/schemas/", "");
}

/** Names of all schemas that a value refers to. */
export function referencesIn(schema: ValueSchema): readonly string[] {
  const { items, additionalProperties } = schema;
  return [
    ...[referenceOf(schema) ?? []].flat(),
    ...(items === undefined ? [] : referencesIn(items)),
    ...(additionalProperties === undefined ? [] : referencesIn(additionalProperties)),
  ];
}
