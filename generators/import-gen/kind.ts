import { codeGeneratorPluralOf, pluralOf } from "../model/index.js";
import type { Definition, DefinitionVersion } from "./definition.js";
import {
  columnsOf,
  entriesAt,
  isRedeclared,
  patchMarkers,
  scaleOf,
  selectableOf,
  singularOf,
} from "./expected.js";
import type { Member } from "./expression.js";
import type { Expressions } from "./expressions.js";
import type { Identities } from "./identity.js";
import { rawMarker } from "./keywords.js";
import {
  argumentsText,
  flag,
  listText,
  type Marker,
  quotedText,
  valued,
  wordText,
} from "./marker.js";
import { omissionMarkers } from "./omitted.js";
import { type Schema, schemaAt, textAt, textsAt, without } from "./schema.js";
import { structMarkers } from "./struct-markers.js";
import { pascal } from "./words.js";

/** A kind in one version: what stands above it and in it. */
export interface KindShape {
  readonly kind: string;
  readonly description: string | undefined;
  readonly markers: readonly Marker[];
  /** The schema asks for the metadata. */
  readonly requiresMetadata: boolean;
  /** Besides those of TypeMeta and the metadata. */
  readonly members: readonly Member[];
  /** `apiVersion` and `kind`, where their comments are not those of TypeMeta. */
  readonly redeclared: readonly Member[];
}

/** Turns one version of a definition into a kind. */
export function kindShape(input: {
  readonly definition: Definition;
  readonly version: DefinitionVersion;
  readonly expressions: Expressions;
  readonly identities: Identities;
  /** The schema that TypeMeta has in crd-gen. */
  readonly typeMeta: Schema;
}): KindShape {
  const { definition, version, expressions, typeMeta } = input;
  const { kind } = definition;
  const { schema } = version;
  const own = schemaAt(schema, "properties") ?? {};
  const redeclared = ["apiVersion", "kind"].filter((name) =>
    isRedeclared({ schema, typeMeta, name }),
  );
  const members = expressions.members({
    schema: { ...schema, properties: without(own, reserved) },
    path: [pascal(kind)],
    isKind: true,
  });
  return {
    kind,
    description: textAt(schema, "description"),
    markers: [
      ...kindMarkers({ ...input, hasStatus: "status" in own }),
      ...structMarkers(without(schema, new Set(["required", "description"]))),
      // Only a member has a marker for it.
      ...("example" in schema
        ? [rawMarker({ schema: { example: schema["example"] ?? null }, path: "" })]
        : []),
    ],
    requiresMetadata:
      "metadata" in own && (textsAt(schema, "required")?.includes("metadata") ?? false),
    members,
    redeclared: expressions.members({
      schema: {
        ...schema,
        properties: Object.fromEntries(redeclared.map((name) => [name, own[name] ?? null])),
      },
      path: [pascal(kind)],
    }),
  };
}

const reserved: ReadonlySet<string> = new Set(["apiVersion", "kind", "metadata"]);

function kindMarkers(input: {
  readonly definition: Definition;
  readonly version: DefinitionVersion;
  readonly identities: Identities;
  readonly typeMeta: Schema;
  readonly hasStatus: boolean;
}): readonly Marker[] {
  const { definition, version, hasStatus } = input;
  const { json } = version;
  const subresources = schemaAt(json, "subresources") ?? {};
  const hasSubresource = subresources["status"] !== undefined;
  const isOnly = definition.versions.length === 1;
  return [
    flag("genclient"),
    ...(definition.scope === "Cluster" ? [flag("genclient:nonNamespaced")] : []),
    ...(hasStatus && !hasSubresource ? [flag("genclient:noStatus")] : []),
    valued("k8s:deepcopy-gen:interfaces", "runtime.Object"),
    ...resourceMarkers(definition),
    ...(hasSubresource ? [flag("kubebuilder:subresource:status")] : []),
    ...scaleMarkers(json),
    ...columnsOf(json).map(columnMarker),
    ...selectableOf(json).map((path) => ({
      name: "kubebuilder:selectablefield",
      value: `:JSONPath=${quotedText(path)}`,
    })),
    ...(version.storage && !isOnly ? [flag("kubebuilder:storageversion")] : []),
    ...(json["served"] === false ? [flag("kubebuilder:unservedversion")] : []),
    ...deprecationMarkers(json),
    ...omissionMarkers(input),
    ...(version.storage ? definitionMarkers(input) : []),
  ];
}

/** Names and scope. */
function resourceMarkers(definition: Definition): readonly Marker[] {
  const { kind, plural, scope } = definition;
  const names = schemaAt(schemaAt(definition.json, "spec") ?? {}, "names") ?? {};
  const singular = singularOf({ names, kind });
  const isUsual = plural === pluralOf(kind) && plural === codeGeneratorPluralOf(kind);
  const list = (key: string): string | undefined => listText(textsAt(names, key) ?? []);
  const value = argumentsText([
    ["path", isUsual ? undefined : wordText(plural)],
    ["singular", singular === kind.toLowerCase() ? undefined : wordText(singular)],
    ["shortName", list("shortNames")],
    ["categories", list("categories")],
    ["scope", scope === "Cluster" ? scope : undefined],
  ]);
  return value === "" ? [] : [{ name: "kubebuilder:resource", value }];
}

function scaleMarkers(version: Schema): readonly Marker[] {
  const scale = scaleOf(version);
  if (scale === undefined) return [];
  const path = (key: string): string | undefined => {
    const text = textAt(scale, key);
    return text === undefined ? undefined : pathText(text);
  };
  const value = argumentsText([
    ["specpath", path("specReplicasPath")],
    ["statuspath", path("statusReplicasPath")],
    ["selectorpath", path("labelSelectorPath")],
  ]);
  return [{ name: "kubebuilder:subresource:scale", value }];
}

/** A path as it is, where nothing in it ends an argument. */
function pathText(path: string): string {
  return /^[\w.[\]-]+$/.test(path) ? path : quotedText(path);
}

function columnMarker(column: Schema): Marker {
  const text = (key: string): string | undefined => {
    const one = textAt(column, key);
    return one === undefined ? undefined : quotedText(one);
  };
  const { priority } = column;
  const value = argumentsText([
    ["name", text("name")],
    ["type", wordText(textAt(column, "type") ?? "")],
    ["format", text("format")],
    ["JSONPath", text("jsonPath")],
    ["description", text("description")],
    ["priority", typeof priority === "number" ? String(priority) : undefined],
  ]);
  return { name: "kubebuilder:printcolumn", value };
}

function deprecationMarkers(version: Schema): readonly Marker[] {
  if (version["deprecated"] !== true) return [];
  const warning = textAt(version, "deprecationWarning") ?? "";
  const value = argumentsText([["warning", warning === "" ? undefined : quotedText(warning)]]);
  return [{ name: "kubebuilder:deprecatedversion", value }];
}

/** What is said once for all versions. */
function definitionMarkers(input: {
  readonly definition: Definition;
  readonly identities: Identities;
  readonly typeMeta: Schema;
}): readonly Marker[] {
  const metadata = schemaAt(input.definition.json, "metadata") ?? {};
  const entries = ["annotations", "labels"].flatMap((key) =>
    entriesAt(metadata, key).map(
      ([name, value]): Marker => ({
        name: "kubebuilder:metadata",
        value: `:${key}=${quotedText(`${name}=${value}`)}`,
      }),
    ),
  );
  return [...entries, ...patchMarkers(input)];
}
