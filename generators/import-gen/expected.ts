import { isJsonObject, type JsonValue } from "../model/index.js";
import type { Definition, DefinitionVersion } from "./definition.js";
import type { Identities } from "./identity.js";
import { json, type Marker, valued } from "./marker.js";
import { isOnOneLine, isStrict, omittedParts, rootWithout } from "./omitted.js";
import { moves, type Operation, operations } from "./patch.js";
import { type Schema, schemaAt, textAt, textsAt } from "./schema.js";

/** Versions in the order in which crd-gen lists them. */
export function sortedVersions(definition: Definition): readonly DefinitionVersion[] {
  return definition.versions.toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The marker for what other markers cannot say of the definition, where there is any. */
export function patchMarkers(input: {
  readonly definition: Definition;
  readonly identities: Identities;
  readonly typeMeta: Schema;
}): readonly Marker[] {
  const { definition, identities } = input;
  const versions = sortedVersions(definition);
  const spec = schemaAt(definition.json, "spec") ?? {};
  const to = { ...definition.json, spec: { ...spec, versions: versions.map((one) => one.json) } };
  const all: readonly Operation[] = [
    ...operations({ from: expected({ ...input, versions, spec }), to, identities }),
    ...moves({
      from: versions.map(({ name }) => name),
      to: definition.versions.map(({ name }) => name),
      path: "/spec/versions",
    }),
  ];
  return all.length === 0 ? [] : [valued("crd-project:patch", json(all))];
}

/** The definition that the other markers and the types make. */
export function expected(input: {
  readonly definition: Definition;
  readonly versions: readonly DefinitionVersion[];
  readonly spec: Schema;
  readonly typeMeta: Schema;
}): Schema {
  const { definition, versions, spec, typeMeta } = input;
  const { group, kind, plural, scope } = definition;
  const names = schemaAt(spec, "names") ?? {};
  const metadata = schemaAt(definition.json, "metadata") ?? {};
  const lists = ["shortNames", "categories"].filter(
    (key) => (textsAt(names, key)?.length ?? 0) > 0,
  );
  const stored = definition.versions.find(({ storage }) => storage);
  const omittedNames = stored === undefined ? [] : omittedParts({ ...input, version: stored });
  const maps = ["annotations", "labels"].filter((key) => entriesAt(metadata, key).length > 0);
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: {
      name: `${plural}.${group}`,
      ...Object.fromEntries(maps.map((key) => [key, Object.fromEntries(entriesAt(metadata, key))])),
    },
    spec: {
      group,
      names: {
        plural,
        kind,
        ...(!omittedNames.includes("singular") && { singular: singularOf({ names, kind }) }),
        ...(!omittedNames.includes("listKind") && { listKind: `${kind}List` }),
        ...pick(names, lists),
      },
      scope,
      versions: versions.map((version) => versionOf({ definition, version, typeMeta })),
      ...(isStrict(definition) && { preserveUnknownFields: false }),
    },
  };
}

function versionOf(input: {
  readonly definition: Definition;
  readonly version: DefinitionVersion;
  readonly typeMeta: Schema;
}): Schema {
  const { version, typeMeta } = input;
  const omitted = omittedParts(input);
  const { subresources = null, ...parts } = versionParts(version.json);
  const root = rootOf({ schema: version.schema, typeMeta });
  return {
    name: version.name,
    served: version.json["served"] !== false,
    storage: version.storage,
    ...parts,
    ...(subresources !== null && !omitted.includes("subresources") && { subresources }),
    schema: { openAPIV3Schema: rootWithout({ schema: root, omitted }) },
  };
}

/** The singular that `+kubebuilder:resource` gives. */
export function singularOf(input: { readonly names: Schema; readonly kind: string }): string {
  const { names, kind } = input;
  const given = textAt(names, "singular") ?? "";
  return given === "" ? kind.toLowerCase() : given;
}

/** Annotations or labels that a marker can give. */
export function entriesAt(metadata: Schema, key: string): readonly (readonly [string, string])[] {
  return Object.entries(schemaAt(metadata, key) ?? {}).flatMap(([name, value]) =>
    typeof value === "string" ? [[name, value] as const] : [],
  );
}

function pick(schema: Schema, keys: readonly string[]): Schema {
  return Object.fromEntries(Object.entries(schema).filter(([key]) => keys.includes(key)));
}

function versionParts(version: Schema): Schema {
  const { subresources, deprecated } = version;
  const columns = columnsOf(version);
  const fields = selectableOf(version);
  const parts = isJsonObject(subresources ?? null) ? schemaAt(version, "subresources") : undefined;
  const status = parts?.["status"] === undefined ? {} : { status: {} };
  const scale = scaleOf(version);
  const known = { ...status, ...(scale === undefined ? {} : { scale }) };
  const warning = textAt(version, "deprecationWarning") ?? "";
  const isDeprecated = deprecated === true;
  return {
    ...(columns.length > 0 && { additionalPrinterColumns: columns }),
    ...(isDeprecated && { deprecated: true }),
    ...(isDeprecated && warning !== "" && { deprecationWarning: warning }),
    // As in controller-gen, columns alone bring an empty object.
    ...((Object.keys(known).length > 0 || columns.length > 0) && { subresources: known }),
    ...(fields.length > 0 && { selectableFields: fields.map((jsonPath) => ({ jsonPath })) }),
  };
}

const columnTexts = ["name", "type", "jsonPath", "description", "format"] as const;

/** Printer columns as far as markers can say them: all of them, or none. */
export function columnsOf(version: Schema): readonly Schema[] {
  const columns = version["additionalPrinterColumns"];
  if (!Array.isArray(columns)) return [];
  const known = columns.map((column: JsonValue): Schema | undefined => {
    if (!isJsonObject(column)) return undefined;
    const { name, type, jsonPath, priority } = column;
    const isWhole = [name, type, jsonPath].every((one) => typeof one === "string" && one !== "");
    if (!isWhole) return undefined;
    return {
      ...Object.fromEntries(
        columnTexts.flatMap((key) => {
          const text = textAt(column, key) ?? "";
          return text === "" ? [] : [[key, text]];
        }),
      ),
      ...(Number.isSafeInteger(priority) && priority !== 0 && { priority }),
    };
  });
  const whole = known.filter((one) => one !== undefined);
  return whole.length === known.length ? whole : [];
}

/** The scale subresource, where a marker can give it. */
export function scaleOf(version: Schema): Schema | undefined {
  const scale = schemaAt(schemaAt(version, "subresources") ?? {}, "scale");
  const spec = textAt(scale ?? {}, "specReplicasPath") ?? "";
  const status = textAt(scale ?? {}, "statusReplicasPath") ?? "";
  const selector = textAt(scale ?? {}, "labelSelectorPath") ?? "";
  return spec === "" || status === ""
    ? undefined
    : {
        specReplicasPath: spec,
        statusReplicasPath: status,
        ...(selector !== "" && { labelSelectorPath: selector }),
      };
}

/** Paths of the selectable fields, where markers can give them. */
export function selectableOf(version: Schema): readonly string[] {
  const fields = version["selectableFields"];
  if (!Array.isArray(fields)) return [];
  const paths = fields.map((field: JsonValue) =>
    isJsonObject(field) ? textAt(field, "jsonPath") : undefined,
  );
  const known = paths.filter((one) => one !== undefined && one !== "");
  return known.length === paths.length ? known.filter((one) => one !== undefined) : [];
}

/** Root schema as crd-gen makes it of the kind: what TypeMeta and ObjectMeta give, and all else as it is. */
function rootOf(input: { readonly schema: Schema; readonly typeMeta: Schema }): Schema {
  const { schema, typeMeta } = input;
  const own = schemaAt(schema, "properties") ?? {};
  const given = schemaAt(typeMeta, "properties") ?? {};
  const names = Object.keys(own);
  const required = (textsAt(schema, "required") ?? []).filter(
    (name) =>
      names.includes(name) && (!(name in given) || isRedeclared({ schema, typeMeta, name })),
  );
  const { required: _, ...rest } = schema;
  return {
    ...rest,
    type: "object",
    properties: {
      ...own,
      ...Object.fromEntries(
        Object.entries(given).map(([name, value]) => [
          name,
          isRedeclared({ schema, typeMeta, name }) ? (own[name] ?? value) : value,
        ]),
      ),
      metadata: { type: "object" },
    },
    ...(required.length > 0 && { required }),
  };
}

/** Whether `apiVersion` or `kind` says something of its own, which a member of the kind can say. */
export function isRedeclared(input: {
  readonly schema: Schema;
  readonly typeMeta: Schema;
  readonly name: string;
}): boolean {
  const { schema, typeMeta, name } = input;
  const own = schemaAt(schemaAt(schema, "properties") ?? {}, name);
  const given = schemaAt(schemaAt(typeMeta, "properties") ?? {}, name);
  if (own === undefined) return false;
  const { description, type, ...rest } = own;
  const isUsual = description === given?.["description"] || isOnOneLine({ schema, typeMeta });
  const isRequired = textsAt(schema, "required")?.includes(name) ?? false;
  return (
    type === "string" &&
    typeof description === "string" &&
    description !== "" &&
    Object.keys(rest).length === 0 &&
    (!isUsual || isRequired)
  );
}
