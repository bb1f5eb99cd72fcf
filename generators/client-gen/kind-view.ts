import { type ClientKind, lowerCamel } from "../model/client-files.js";
import { type Verb, verbs } from "../model/index.js";
import type { TypeTable } from "../model/type-table.js";
import { fileType, fileValue, type ImportSymbol } from "../render/index.js";
import { type MethodView, methodView, ownList } from "./method-view.js";
import { parameterName } from "./parameter.js";
import { declared, type TypeView } from "./type-view.js";

/** The client of a kind. */
export interface KindView {
  readonly kind: string;
  readonly resource: string;
  readonly description: string;
  readonly accessor: string;
  readonly getterName: string;
  readonly interfaceName: string;
  readonly namespaced: boolean;
  /** `"list" | "watch"`: what works across namespaces; "" when nothing does. */
  readonly acrossNamespaces: string;
  readonly type: TypeView;
  readonly list: TypeView;
  readonly parameter: string;
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
  readonly types: TypeTable;
}): KindView {
  const { kind, types } = input;
  const methods = kind.client.methods.map((method) => methodView({ kind, types, method }));
  const has = keptVerbs(kind);
  const expansion = expansionView(kind);
  const across = (["list", "watch"] as const).filter((verb) => has[verb]);
  return {
    kind: kind.kind,
    resource: kind.plural,
    description: types.get(kind.type)?.description ?? "",
    accessor: kind.client.accessor,
    getterName: `${kind.pluralName}Getter`,
    interfaceName: `${kind.kind}Interface`,
    namespaced: kind.scope === "Namespaced",
    acrossNamespaces: across.map((verb) => `"${verb}"`).join(" | "),
    type: declared({ types, id: kind.type }),
    list: ownList({ kind, types }),
    parameter: parameterName(kind.kind),
    has,
    hasMembers: methods.length > 0 || verbs.some((verb) => has[verb]),
    methods,
    expansion,
    plain: methods.length === 0 && expansion === undefined,
  };
}

/** An extension method named as a verb takes its place: `method=Create,verb=create,result=...Status`. */
function keptVerbs(kind: ClientKind): Readonly<Record<Verb, boolean>> {
  const replaced = new Set(kind.client.methods.map((method) => method.name));
  const kept = (verb: Verb): boolean => kind.client.verbs.includes(verb) && !replaced.has(verb);
  return {
    create: kept("create"),
    update: kept("update"),
    updateStatus: kept("updateStatus"),
    delete: kept("delete"),
    deleteCollection: kept("deleteCollection"),
    get: kept("get"),
    list: kept("list"),
    watch: kept("watch"),
    patch: kept("patch"),
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
