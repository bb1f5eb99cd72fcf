import { type ClientKind, clientKinds, hasLister } from "../model/client-files.js";
import type { ApiVersion } from "../model/index.js";
import { deprecationOf, type TypesById, typeById, withDeprecation } from "../model/index.js";
import { lowerCamel } from "../model/names/index.js";
import {
  fileType,
  fileValue,
  type ImportSymbol,
  runtimeType,
  runtimeValue,
  typeSymbol,
} from "../render/index.js";

/** `<group>/<version>.ts`. */
export interface ListersView {
  readonly runtime: typeof runtime;
  readonly group: string;
  readonly kinds: readonly ListerView[];
}

/** The lister of a kind. */
export interface ListerView {
  readonly description: string;
  readonly namespaceDescription: string;
  readonly makeDescription: string;
  readonly accessorDescription: string;
  readonly resource: string;
  readonly accessor: string;
  readonly namespaced: boolean;
  readonly type: ImportSymbol;
  readonly listerName: string;
  readonly namespaceListerName: string;
  readonly makeName: string;
  readonly expansion: ExpansionView | undefined;
  /** Of the lister of one namespace. */
  readonly namespaceExpansion: ExpansionView | undefined;
}

/** What a hand-written expansion file exports. */
export interface ExpansionView {
  readonly type: ImportSymbol;
  readonly make: ImportSymbol;
}

const runtime = {
  DeepReadonly: runtimeType("DeepReadonly"),
  Indexer: runtimeType("Indexer"),
  Lister: runtimeValue("Lister"),
  Persisted: runtimeType("Persisted"),
  SelectorLike: runtimeType("SelectorLike"),
} as const;

export function listersView(input: {
  readonly types: TypesById;
  readonly version: ApiVersion;
}): ListersView {
  const { types, version } = input;
  const kinds = clientKinds(version).filter(hasLister);
  const taken = new Set(kinds.map(({ kind }) => `${kind}Lister`));
  return {
    runtime,
    group: version.group,
    kinds: kinds.map((kind) => listerView({ kind, types, taken })),
  };
}

function listerView(input: {
  readonly kind: ClientKind;
  readonly types: TypesById;
  /** Names of the listers beside it. */
  readonly taken: ReadonlySet<string>;
}): ListerView {
  const { kind, types, taken } = input;
  const { lister } = kind.client.expansions;
  const type = typeById(types, kind.type);
  const deprecation = deprecationOf(type);
  const described = (description: string): string => withDeprecation({ description, deprecation });
  const namespaceLister = `${kind.kind}NamespaceLister`;
  return {
    description: described(
      `Reads ${kind.pluralName} from the cache of an informer. The objects are the cache's own.`,
    ),
    namespaceDescription: described(`Reads the ${kind.pluralName} of a namespace.`),
    makeDescription: described("Makes a lister on the cache of an informer."),
    accessorDescription: described("One namespace."),
    resource: kind.plural,
    accessor: kind.client.accessor,
    namespaced: kind.scope === "Namespaced",
    type: typeSymbol(type),
    listerName: `${kind.kind}Lister`,
    // Beside Tenant there may be a kind TenantNamespace.
    namespaceListerName: taken.has(namespaceLister)
      ? `${kind.kind}ListerOfNamespace`
      : namespaceLister,
    makeName: `new${kind.kind}Lister`,
    expansion: lister?.all ? expansionView({ ...lister, name: `${kind.kind}Lister` }) : undefined,
    namespaceExpansion: lister?.namespace
      ? expansionView({ ...lister, name: `${kind.kind}NamespaceLister` })
      : undefined,
  };
}

function expansionView(input: { readonly path: string; readonly name: string }): ExpansionView {
  const { path } = input;
  const name = `${input.name}Expansion`;
  return { type: fileType({ name, path }), make: fileValue({ name: lowerCamel(name), path }) };
}
