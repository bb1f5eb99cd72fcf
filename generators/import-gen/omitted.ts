import { isJsonObject, type JsonValue, omittable } from "../model/index.js";
import type { Definition, DefinitionVersion } from "./definition.js";
import { type Marker, valued } from "./marker.js";
import { type Schema, schemaAt, textAt, without } from "./schema.js";

type Omittable = (typeof omittable)[number];

/** Parts that the definition has not, and `preserveUnknownFields`; of names and the latter in the storage version only. */
export function omissionMarkers(input: {
  readonly definition: Definition;
  readonly version: DefinitionVersion;
  readonly typeMeta: Schema;
}): readonly Marker[] {
  const omitted = omittedParts(input);
  const isSaid = input.version.storage && isStrict(input.definition);
  return [
    ...(omitted.length === 0 ? [] : [valued("crd-project:omit", omitted.join(","))]),
    ...(isSaid ? [valued("crd-project:preserveUnknownFields", "false")] : []),
  ];
}

/** The words of `+crd-project:omit=` for a version. */
export function omittedParts(input: {
  readonly definition: Definition;
  readonly version: DefinitionVersion;
  readonly typeMeta: Schema;
}): readonly Omittable[] {
  const { definition, version, typeMeta: given } = input;
  const properties = schemaAt(version.schema, "properties") ?? {};
  const names = schemaAt(schemaAt(definition.json, "spec") ?? {}, "names") ?? {};
  const typeMeta = ["apiVersion", "kind"]
    .map((name) => schemaAt(properties, name))
    .filter((one) => one !== undefined);
  const isSilent =
    typeMeta.length > 0 &&
    typeMeta.every((one) => one["type"] === "string" && Object.keys(one).length === 1);
  const isOmitted: Readonly<Record<Omittable, boolean>> = {
    apiVersion: properties["apiVersion"] === undefined,
    kind: properties["kind"] === undefined,
    metadata: properties["metadata"] === undefined,
    descriptions: isSilent,
    lineBreaks: isOnOneLine({ schema: version.schema, typeMeta: given }),
    subresources: version.json["subresources"] === undefined && hasColumns(version.json),
    listKind: version.storage && names["listKind"] === undefined,
    singular: version.storage && names["singular"] === undefined,
  };
  return omittable.filter((part) => isOmitted[part]);
}

/** Whether `apiVersion` and `kind` have their usual descriptions, without the line breaks: older tools wrote them so. */
export function isOnOneLine(input: {
  readonly schema: Schema;
  readonly typeMeta: Schema;
}): boolean {
  const properties = schemaAt(input.schema, "properties") ?? {};
  const given = schemaAt(input.typeMeta, "properties") ?? {};
  const all = ["apiVersion", "kind"].flatMap((name) => {
    const own = schemaAt(properties, name);
    const usual = textAt(schemaAt(given, name) ?? {}, "description") ?? "";
    return own === undefined ? [] : [textAt(own, "description") === oneLine(usual)];
  });
  return all.length > 0 && !all.includes(false);
}

function oneLine(text: string): string {
  return text.replaceAll("\n", " ");
}

/** Whether the definition says that unknown fields are dropped, which goes without saying. */
export function isStrict(definition: Definition): boolean {
  return schemaAt(definition.json, "spec")?.["preserveUnknownFields"] === false;
}

function hasColumns(version: Schema): boolean {
  const columns = version["additionalPrinterColumns"];
  return Array.isArray(columns) && columns.length > 0;
}

/** A root as crd-gen makes it without what is omitted. */
export function rootWithout(input: {
  readonly schema: Schema;
  readonly omitted: readonly Omittable[];
}): Schema {
  const { schema, omitted } = input;
  const { properties: _, ...rest } = schema;
  const left = without(schemaAt(schema, "properties") ?? {}, new Set(omitted.filter(isStandard)));
  const properties = Object.fromEntries(
    Object.entries(left).map(([name, value]) => [
      name,
      name === "apiVersion" || name === "kind" ? describedWithout({ value, omitted }) : value,
    ]),
  );
  return Object.keys(properties).length === 0 ? rest : { ...rest, properties };
}

function describedWithout(input: {
  readonly value: JsonValue;
  readonly omitted: readonly Omittable[];
}): JsonValue {
  const { value, omitted } = input;
  if (omitted.includes("descriptions")) return { type: "string" };
  const description = isJsonObject(value) ? textAt(value, "description") : undefined;
  return omitted.includes("lineBreaks") && isJsonObject(value) && description !== undefined
    ? { ...value, description: oneLine(description) }
    : value;
}

function isStandard(part: Omittable): boolean {
  return part === "apiVersion" || part === "kind" || part === "metadata";
}
