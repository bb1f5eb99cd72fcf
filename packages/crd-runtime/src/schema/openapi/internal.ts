import type { JSONSchemaProps } from "../../apis/apiextensions.k8s.io/v1/schema.js";
import { hasDefault } from "../structural-of.js";
import { goJson } from "../text/go.js";
import { Printed } from "../text/printed.js";
import { entries, rulesOf, schemaOf, text } from "./props.js";

// Some messages show the server's internal types, which encoding/json writes with Go's own names and all members.

/** A schema as the server's internal type is printed. */
export function printedSchema(props: JSONSchemaProps): Printed {
  return new Printed(schemaText(props));
}

/** Members of a Go struct, in its order. */
export function structText(members: readonly (readonly [string, string])[]): string {
  return `{${members.map(([name, value]) => `"${name}":${value}`).join(",")}}`;
}

/** A JSON value, or null where it is absent. */
export function valueText(value: unknown): string {
  return goJson(value ?? null);
}

/** A list, each element printed; null where it is absent. */
export function listText<T>(list: readonly T[] | undefined, print: (item: T) => string): string {
  return Array.isArray(list) ? `[${list.map(print).join(",")}]` : "null";
}

/** A schema or null. */
export function schemaText(value: unknown): string {
  const props = schemaOf(value);
  if (props === undefined) return "null";
  return structText([
    ["ID", valueText(text(props.id))],
    ["Schema", valueText(text(props.$schema))],
    ["Ref", valueText(props.$ref)],
    ["Description", valueText(text(props.description))],
    ["Type", valueText(text(props.type))],
    ["Nullable", flag(props.nullable)],
    ["Format", valueText(text(props.format))],
    ["Title", valueText(text(props.title))],
    ["Default", hasDefault(props) ? valueText(props.default) : "null"],
    ["Maximum", valueText(props.maximum)],
    ["ExclusiveMaximum", flag(props.exclusiveMaximum)],
    ["Minimum", valueText(props.minimum)],
    ["ExclusiveMinimum", flag(props.exclusiveMinimum)],
    ["MaxLength", valueText(props.maxLength)],
    ["MinLength", valueText(props.minLength)],
    ["Pattern", valueText(text(props.pattern))],
    ["MaxItems", valueText(props.maxItems)],
    ["MinItems", valueText(props.minItems)],
    ["UniqueItems", flag(props.uniqueItems)],
    ["MultipleOf", valueText(props.multipleOf)],
    ["Enum", valueText(props.enum)],
    ["MaxProperties", valueText(props.maxProperties)],
    ["MinProperties", valueText(props.minProperties)],
    ["Required", valueText(props.required)],
    ["Items", itemsText(props.items)],
    ["AllOf", listText(props.allOf, schemaText)],
    ["OneOf", listText(props.oneOf, schemaText)],
    ["AnyOf", listText(props.anyOf, schemaText)],
    ["Not", schemaText(props.not)],
    ["Properties", mapText(props.properties)],
    ["AdditionalProperties", schemaOrBoolText(props.additionalProperties)],
    ["PatternProperties", mapText(props.patternProperties)],
    ["Dependencies", valueText(props.dependencies)],
    ["AdditionalItems", schemaOrBoolText(props.additionalItems)],
    ["Definitions", mapText(props.definitions)],
    ["ExternalDocs", externalDocsText(props)],
    ["Example", valueText(props.example)],
    ["XPreserveUnknownFields", valueText(props["x-kubernetes-preserve-unknown-fields"])],
    ["XEmbeddedResource", flag(props["x-kubernetes-embedded-resource"])],
    ["XIntOrString", flag(props["x-kubernetes-int-or-string"])],
    ["XListMapKeys", valueText(props["x-kubernetes-list-map-keys"])],
    ["XListType", valueText(props["x-kubernetes-list-type"])],
    ["XMapType", valueText(props["x-kubernetes-map-type"])],
    ["XValidations", rulesText(props)],
  ]);
}

/** `items` of the internal type: one schema, or a list. */
export function itemsText(items: unknown): string {
  if (items === undefined || items === null) return "null";
  return structText([
    ["Schema", schemaText(items)],
    ["JSONSchemas", Array.isArray(items) ? listText(items, schemaText) : "null"],
  ]);
}

function schemaOrBoolText(value: unknown): string {
  if (value === undefined || value === null) return "null";
  return structText([
    ["Allows", value === false ? "false" : "true"],
    ["Schema", schemaText(value)],
  ]);
}

function mapText(map: unknown): string {
  if (map === undefined || map === null) return "null";
  const members = [...entries(map)].sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, props]) => `${goJson(name)}:${schemaText(props)}`).join(",")}}`;
}

function rulesText(props: JSONSchemaProps): string {
  const rules = rulesOf(props);
  if (rules.length === 0) return "null";
  return listText(rules, (rule) =>
    structText([
      ["Rule", valueText(rule.rule)],
      ["Message", valueText(rule.message ?? "")],
      ["MessageExpression", valueText(rule.messageExpression ?? "")],
      ["Reason", valueText(rule.reason)],
      ["FieldPath", valueText(rule.fieldPath ?? "")],
      ["OptionalOldSelf", valueText(rule.optionalOldSelf)],
    ]),
  );
}

function externalDocsText({ externalDocs }: JSONSchemaProps): string {
  if (externalDocs === undefined || externalDocs === null) return "null";
  return structText([
    ["Description", valueText(text(externalDocs.description))],
    ["URL", valueText(text(externalDocs.url))],
  ]);
}

function flag(value: unknown): string {
  return value === true ? "true" : "false";
}
