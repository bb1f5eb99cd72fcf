import type { JSONSchemaProps } from "../../apis/apiextensions.k8s.io/v1/schema.js";
import type {
  CustomResourceColumnDefinition,
  CustomResourceDefinitionSpec,
  CustomResourceDefinitionVersion,
  CustomResourceSubresources,
  SelectableField,
} from "../../apis/apiextensions.k8s.io/v1/types.js";
import { equalJson, isObject, objectOf } from "../json.js";
import { listText, schemaText, structText, valueText } from "../openapi/internal.js";
import { schemaOf } from "../openapi/props.js";
import { Printed } from "../text/printed.js";

/** What a version has, or all versions have in common. */
export interface VersionParts {
  /** `schema`, with or without openAPIV3Schema. */
  readonly schema: { readonly openAPIV3Schema?: JSONSchemaProps | undefined } | undefined;
  readonly subresources: CustomResourceSubresources | undefined;
  readonly columns: readonly CustomResourceColumnDefinition[];
  readonly selectableFields: readonly SelectableField[];
}

/** One version with what it does not share with all others. */
export interface LiftedVersion extends VersionParts {
  readonly version: CustomResourceDefinitionVersion;
}

/**
 * A definition's spec as the server validates it: its internal type has one place for what is the same in all versions. So
 * errors in the schema of a definition with one version are about `spec.validation`, not `spec.versions[0].schema`.
 */
export interface LiftedSpec {
  readonly common: VersionParts;
  readonly versions: readonly LiftedVersion[];
}

const noParts: VersionParts = {
  schema: undefined,
  subresources: undefined,
  columns: [],
  selectableFields: [],
};

/** Moves what all versions have in common out of them. */
export function liftedSpec(spec: CustomResourceDefinitionSpec): LiftedSpec {
  const versions = versionsOf(spec).map((version) => ({ version, ...partsOf(version) }));
  const [first] = versions;
  if (first === undefined) return { common: noParts, versions: [] };
  const shared = {
    schema: versions.every(({ schema }) => equalJson(schema, first.schema)),
    subresources: versions.every((v) => equalJson(v.subresources, first.subresources)),
    columns: versions.every(({ columns }) => equalJson(columns, first.columns)),
    selectableFields: versions.every((v) => equalJson(v.selectableFields, first.selectableFields)),
  };
  return {
    common: pick(first, shared, "shared"),
    versions: versions.map((version) => ({
      version: version.version,
      ...pick(version, shared, "own"),
    })),
  };
}

/** The versions that are objects. */
export function versionsOf({
  versions,
}: CustomResourceDefinitionSpec): readonly CustomResourceDefinitionVersion[] {
  return Array.isArray(versions) ? versions.filter(isObject) : [];
}

/** All versions as the server prints its internal type. */
export function printedVersions(spec: CustomResourceDefinitionSpec, lifted: LiftedSpec): Printed {
  if (!Array.isArray(spec.versions)) return new Printed("null");
  return new Printed(listText(lifted.versions, versionText));
}

function versionText({ version, ...parts }: LiftedVersion): string {
  return structText([
    ["Name", valueText(version.name ?? "")],
    ["Served", valueText(version.served === true)],
    ["Storage", valueText(version.storage === true)],
    ["Deprecated", valueText(version.deprecated === true)],
    ["DeprecationWarning", valueText(version.deprecationWarning)],
    [
      "Schema",
      parts.schema === undefined
        ? "null"
        : structText([["OpenAPIV3Schema", schemaText(parts.schema.openAPIV3Schema)]]),
    ],
    ["Subresources", subresourcesText(parts.subresources)],
    ["AdditionalPrinterColumns", nonEmptyText(parts.columns, columnText)],
    [
      "SelectableFields",
      nonEmptyText(parts.selectableFields, (field) =>
        structText([["JSONPath", valueText(field.jsonPath)]]),
      ),
    ],
  ]);
}

function nonEmptyText<T>(list: readonly T[], print: (item: T) => string): string {
  return listText(list.length === 0 ? undefined : list, print);
}

function columnText(column: CustomResourceColumnDefinition): string {
  return structText([
    ["Name", valueText(column.name ?? "")],
    ["Type", valueText(column.type ?? "")],
    ["Format", valueText(column.format ?? "")],
    ["Description", valueText(column.description ?? "")],
    ["Priority", valueText(column.priority ?? 0)],
    ["JSONPath", valueText(column.jsonPath ?? "")],
  ]);
}

function subresourcesText(subresources: CustomResourceSubresources | undefined): string {
  if (subresources === undefined) return "null";
  const { scale, status } = subresources;
  return structText([
    ["Status", status === undefined || status === null ? "null" : "{}"],
    [
      "Scale",
      scale === undefined || scale === null
        ? "null"
        : structText([
            ["SpecReplicasPath", valueText(scale.specReplicasPath ?? "")],
            ["StatusReplicasPath", valueText(scale.statusReplicasPath ?? "")],
            ["LabelSelectorPath", valueText(scale.labelSelectorPath)],
          ]),
    ],
  ]);
}

function partsOf(version: CustomResourceDefinitionVersion): VersionParts {
  const { additionalPrinterColumns, schema, selectableFields, subresources } = version;
  const openAPIV3Schema = schemaOf(schema?.openAPIV3Schema);
  return {
    schema: isObject(schema) ? { ...(openAPIV3Schema && { openAPIV3Schema }) } : undefined,
    subresources: isObject(subresources) ? subresources : undefined,
    columns: objects(additionalPrinterColumns),
    selectableFields: objects(selectableFields),
  };
}

function objects<T extends object>(list: readonly T[] | null | undefined): readonly T[] {
  return Array.isArray(list) ? list.filter((item: T) => objectOf(item) !== undefined) : [];
}

function pick(
  parts: VersionParts,
  shared: Readonly<Record<keyof VersionParts, boolean>>,
  which: "own" | "shared",
): VersionParts {
  const wanted = (part: keyof VersionParts): boolean => shared[part] === (which === "shared");
  return {
    schema: wanted("schema") ? parts.schema : undefined,
    subresources: wanted("subresources") ? parts.subresources : undefined,
    columns: wanted("columns") ? parts.columns : [],
    selectableFields: wanted("selectableFields") ? parts.selectableFields : [],
  };
}
