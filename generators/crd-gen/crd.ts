import type { DefinitionInput } from "crd-runtime/schema";
import type { ApiType, ApiVersion, Kind } from "../model/index.js";
import type { JSONSchemaProps } from "../schema/index.js";
import { definitionMetadata } from "./definition-metadata.js";
import { type VersionParts, versionParts } from "./version-parts.js";

/** A kind in one of its versions. */
export interface KindVersion {
  readonly version: ApiVersion;
  readonly kind: Kind;
  readonly type: ApiType;
}

/** A kind in all its versions, which agree on its names. */
export interface VersionedKind {
  readonly group: string;
  /** In the order in which the definition lists them; never none. */
  readonly versions: readonly KindVersion[];
  /** The storage version, one of them. */
  readonly stored: KindVersion;
}

type CustomResourceDefinitionVersion = VersionParts & {
  readonly name: string;
  readonly storage: boolean;
  readonly schema: { readonly openAPIV3Schema: JSONSchemaProps };
};

/** The part of `apiextensions.k8s.io/v1` CustomResourceDefinition that types give. */
export type CustomResourceDefinition = {
  readonly apiVersion: "apiextensions.k8s.io/v1";
  readonly kind: "CustomResourceDefinition";
  readonly metadata: {
    readonly name: string;
    readonly annotations?: Readonly<Record<string, string>>;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly spec: {
    readonly group: string;
    readonly names: {
      readonly plural: string;
      readonly singular?: string;
      readonly kind: string;
      readonly listKind?: string;
      readonly shortNames?: readonly string[];
      readonly categories?: readonly string[];
    };
    readonly scope: "Namespaced" | "Cluster";
    readonly versions: readonly CustomResourceDefinitionVersion[];
    readonly preserveUnknownFields?: false;
  };
};

/** Puts the definition of a kind together. */
export function customResourceDefinition(input: {
  readonly kind: VersionedKind;
  readonly schemaOf: (id: string) => JSONSchemaProps;
}): CustomResourceDefinition {
  const { kind, schemaOf } = input;
  const { group, stored } = kind;
  const names = stored.kind;
  return {
    apiVersion: "apiextensions.k8s.io/v1",
    kind: "CustomResourceDefinition",
    metadata: { name: `${names.plural}.${group}`, ...definitionMetadata(kind) },
    spec: {
      group,
      names: {
        plural: names.plural,
        singular: names.singular,
        kind: names.kind,
        listKind: names.listKind,
        ...(names.shortNames.length === 0 ? {} : { shortNames: names.shortNames }),
        ...(names.categories.length === 0 ? {} : { categories: names.categories }),
      },
      scope: names.scope,
      versions: kind.versions.map((entry) => ({
        name: entry.version.version,
        ...versionParts(entry),
        storage: entry === stored,
        schema: { openAPIV3Schema: schemaOf(entry.kind.type) },
      })),
    },
  };
}

/** The definition as the API server's checks take it: their type has lists that may be changed, and nothing is changed there. */
export function asDefinition(crd: CustomResourceDefinition): DefinitionInput["definition"] {
  return crd as unknown as DefinitionInput["definition"];
}
