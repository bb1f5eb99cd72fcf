import { omittable } from "../model/index.js";
import type { Definition, DefinitionVersion } from "./definition.js";
import { type Marker, valued } from "./marker.js";
import { type Schema, schemaAt, without } from "./schema.js";

type Omittable = (typeof omittable)[number];

/** Parts that the definition has not, and `preserveUnknownFields`; of names and the latter in the storage version only. */
export function omissionMarkers(input: {
  readonly definition: Definition;
  readonly version: DefinitionVersion;
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
}): readonly Omittable[] {
  const { definition, version } = input;
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
    subresources: version.json["subresources"] === undefined && hasColumns(version.json),
    listKind: version.storage && names["listKind"] === undefined,
    singular: version.storage && names["singular"] === undefined,
  };
  return omittable.filter((part) => isOmitted[part]);
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
      omitted.includes("descriptions") && (name === "apiVersion" || name === "kind")
        ? { type: "string" }
        : value,
    ]),
  );
  return Object.keys(properties).length === 0 ? rest : { ...rest, properties };
}

function isStandard(part: Omittable): boolean {
  return part === "apiVersion" || part === "kind" || part === "metadata";
}
