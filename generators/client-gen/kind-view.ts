import { acTag, type ClientKind, isApplied, keptVerbs } from "../model/client-files.js";
import {
  deprecationOf,
  type TypesById,
  typeById,
  type Verb,
  withDeprecation,
} from "../model/index.js";
import { lowerCamel, schemaNames } from "../model/names/index.js";
import { fileType, fileValue, type ImportSymbol } from "../render/index.js";
import { type MethodView, methodView, ownList } from "./method-view.js";
import { parameterName } from "./parameter.js";
import {
  type ApplyPlace,
  applyConfigurationView,
  declared,
  generic,
  type TypeView,
} from "./type-view.js";

/** The client of a kind. */
export interface KindView {
  readonly kind: string;
  readonly resource: string;
  readonly description: string;
  /** `@deprecated Since 1.40.` and the like, for the accessors; "" when the kind is not deprecated. */
  readonly deprecation: string;
  /** What the accessors say of themselves. */
  readonly ofNamespace: string;
  readonly ofAllNamespaces: string;
  readonly accessor: string;
  readonly getterName: string;
  readonly interfaceName: string;
  readonly namespaced: boolean;
  /** `"list" | "watch"`: what works across namespaces; "" when nothing does. */
  readonly acrossNamespaces: string;
  readonly type: TypeView;
  readonly list: TypeView;
  /** What apply takes. */
  readonly applied: TypeView;
  /** The same where it is generated: then the runtime's client is told of it. */
  readonly configuration: TypeView | undefined;
  readonly parameter: string;
  /** `databasePassthroughSchema`. */
  readonly schema: string;
  readonly has: Readonly<Record<Verb, boolean>>;
  /** The interface has members of its own. */
  readonly hasMembers: boolean;
  readonly methods: readonly MethodView[];
  readonly expansion: ExpansionView | undefined;
  /** The runtime's client is all there is. */
  readonly plain: boolean;
}

/** What a hand-written expansion file exports. */
export interface ExpansionView {
  /** `DatabaseExpansion`. */
  readonly type: ImportSymbol;
  /** `databaseExpansion`. */
  readonly make: ImportSymbol;
}

export function kindView(input: {
  readonly kind: ClientKind;
  readonly types: TypesById;
  readonly apply: ApplyPlace;
  /** `example.com/v1`. */
  readonly apiVersion: string;
  /** Name of the version's own interface. */
  readonly taken: string;
}): KindView {
  const { kind, types, apply, apiVersion, taken } = input;
  const interfaceName = `${kind.kind}Interface`;
  const methods = kind.client.methods.map((method) =>
    methodView({ apiVersion, kind, types, apply, method }),
  );
  const kept = keptVerbs(kind);
  const declaration = typeById(types, kind.type);
  const { description } = declaration;
  const deprecation = deprecationOf(declaration);
  const type = declared({ types, id: kind.type });
  const hasOwn = isApplied(kind) && acTag(declaration.tags)?.value !== "false";
  const own = hasOwn ? applyConfigurationView({ apply, types, id: kind.type }) : undefined;
  const configuration = own === undefined ? undefined : generic("DeepReadonly", own);
  const expansion = expansionView(kind);
  const across = (["list", "watch"] as const).filter((verb) => kept.has(verb));
  return {
    kind: kind.kind,
    resource: kind.plural,
    description: withDeprecation({ description, deprecation }),
    deprecation,
    ofNamespace: withDeprecation({ description: "One namespace.", deprecation }),
    ofAllNamespaces: withDeprecation({ description: "All namespaces.", deprecation }),
    accessor: kind.client.accessor,
    getterName: `${kind.pluralName}Getter`,
    // In example.com/v1 there may be a kind ExampleV1.
    interfaceName: interfaceName === taken ? `${kind.kind}KindInterface` : interfaceName,
    namespaced: kind.scope === "Namespaced",
    acrossNamespaces: across.map((verb) => `"${verb}"`).join(" | "),
    type,
    list: ownList({ kind, types }),
    applied: configuration ?? generic("ApplyConfiguration", type),
    configuration,
    parameter: parameterName(kind.kind),
    schema: schemaNames(declaration.name).passthrough,
    has: verbFlags(kept),
    hasMembers: methods.length > 0 || kept.size > 0,
    methods,
    expansion,
    plain: methods.length === 0 && expansion === undefined,
  };
}

function verbFlags(kept: ReadonlySet<Verb>): Readonly<Record<Verb, boolean>> {
  return {
    create: kept.has("create"),
    update: kept.has("update"),
    updateStatus: kept.has("updateStatus"),
    delete: kept.has("delete"),
    deleteCollection: kept.has("deleteCollection"),
    get: kept.has("get"),
    list: kept.has("list"),
    watch: kept.has("watch"),
    patch: kept.has("patch"),
    apply: kept.has("apply"),
    applyStatus: kept.has("applyStatus"),
  };
}

function expansionView(kind: ClientKind): ExpansionView | undefined {
  const path = kind.client.expansions.client;
  if (path === undefined) return undefined;
  return {
    type: fileType({ name: `${kind.kind}Expansion`, path }),
    make: fileValue({ name: `${lowerCamel(kind.kind)}Expansion`, path }),
  };
}
