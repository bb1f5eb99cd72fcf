import { type ClientKind, groupVersionName } from "../model/client-files.js";
import {
  type ExtensionMethod,
  extendsBuiltin,
  type NamedType,
  type TypesById,
  typeById,
} from "../model/index.js";
import { type ImportSymbol, runtimeType } from "../render/index.js";
import { parameterName } from "./parameter.js";
import {
  type ApplyPlace,
  applyConfigurationView,
  declared,
  generic,
  listOf,
  named,
  type TypeView,
} from "./type-view.js";

/** An extension method of a kind's client. */
export interface MethodView {
  readonly name: string;
  readonly description: string;
  readonly verb: ExtensionMethod["verb"];
  /** "" without one. */
  readonly subresource: string;
  /** Takes the name of an object, or of the parent of a subresource. */
  readonly takesName: boolean;
  /** The object that is sent. */
  readonly body: BodyView | undefined;
  readonly takesPatch: boolean;
  /** One of the client's verbs under another name: that verb does it all. */
  readonly isVerb: boolean;
  readonly options: ImportSymbol;
  /** Apply needs a field manager. */
  readonly optional: boolean;
  readonly result: TypeView;
}

/** What a method sends. */
export interface BodyView {
  /** Name of the parameter. */
  readonly name: string;
  readonly type: TypeView;
  /**
   * Set where apiVersion and kind must be filled in here. The runtime does so for the resource itself; what a
   * subresource takes is mostly of another kind, for which the server has its own default, but not when it is applied.
   */
  readonly typeMeta: { readonly apiVersion: string; readonly kind: string } | undefined;
}

interface Input {
  readonly apiVersion: string;
  readonly kind: ClientKind;
  readonly types: TypesById;
  readonly apply: ApplyPlace;
  readonly method: ExtensionMethod;
}

const httpMethods = {
  create: "POST",
  update: "PUT",
  get: "GET",
  list: "GET",
  patch: "PATCH",
  apply: "PATCH",
} as const satisfies Record<ExtensionMethod["verb"], string>;

const optionTypes = {
  create: "CreateOptions",
  update: "UpdateOptions",
  get: "GetOptions",
  list: "ListOptions",
  patch: "PatchOptions",
  apply: "ApplyOptions",
} as const satisfies Record<ExtensionMethod["verb"], string>;

export function methodView(input: Input): MethodView {
  const { verb, name, subresource } = input.method;
  const onObject = verb === "get" || verb === "patch";
  return {
    name,
    description: description(input),
    verb,
    subresource: subresource ?? "",
    takesName: onObject || subresource !== undefined,
    body: body(input),
    takesPatch: verb === "patch",
    isVerb: isVerb(input),
    options: runtimeType(optionTypes[verb]),
    optional: verb !== "apply",
    result: result(input),
  };
}

/** A method in place of a verb may not call it: it would call itself. */
function isVerb({ kind, method }: Input): boolean {
  const { verb, subresource, input = ownType(kind), result: type = ownType(kind) } = method;
  return (
    subresource === undefined &&
    isOwn({ kind, type: input }) &&
    isOwn({ kind, type }) &&
    !kind.client.methods.some(({ name }) => name === verb)
  );
}

/** The request, as an API reference would write it. */
function description({ kind, method }: Input): string {
  const { verb, subresource } = method;
  const name = verb === "create" || verb === "list" ? "" : "/{name}";
  const path = subresource === undefined ? name : `/{name}/${subresource}`;
  const apply = verb === "apply" ? ", server-side apply" : "";
  return `\`${httpMethods[verb]} ${kind.plural}${path}\`${apply}.`;
}

function body({ apiVersion, kind, types, apply, method }: Input): BodyView | undefined {
  const { verb, input = ownType(kind), subresource } = method;
  if (verb !== "create" && verb !== "update" && verb !== "apply") return undefined;
  const plain = named({ types, type: input });
  const isKind = isOwn({ kind, type: input });
  const part = isKind && subresource === undefined ? "ApplyConfiguration" : "DeepPartial";
  const type = verb === "apply" ? applied({ apply, types, type: input, plain, part }) : plain;
  const own: BodyView["typeMeta"] = isKind ? { apiVersion, kind: kind.kind } : undefined;
  const foreign = verb === "apply" ? typeMetaOf({ apply, types, type: input }) : undefined;
  return {
    name: verb === "apply" ? "configuration" : parameterName(type.symbol.name),
    type,
    typeMeta: subresource === undefined ? undefined : (own ?? foreign),
  };
}

/** The apiVersion and kind of a type of this project, for what is applied: there the server has no default. */
function typeMetaOf(input: {
  readonly apply: ApplyPlace;
  readonly types: TypesById;
  readonly type: NamedType;
}): BodyView["typeMeta"] {
  const { apply, types, type } = input;
  const version = type.kind === "declared" ? apply.versionOf.get(type.id) : undefined;
  if (type.kind !== "declared" || version === undefined) return undefined;
  const declared = typeById(types, type.id);
  return extendsBuiltin(types, { type: declared, name: "TypeMeta" })
    ? { apiVersion: groupVersionName(version), kind: declared.name }
    : undefined;
}

/** Of what has no apply configuration, any part: with a name where it is the object itself, as the verb takes it. */
function applied(input: {
  readonly apply: ApplyPlace;
  readonly types: TypesById;
  readonly type: NamedType;
  readonly plain: TypeView;
  readonly part: "ApplyConfiguration" | "DeepPartial";
}): TypeView {
  const { apply, types, type, plain, part } = input;
  const own =
    type.kind === "declared" ? applyConfigurationView({ apply, types, id: type.id }) : undefined;
  return own ?? generic(part, plain);
}

/** Only the kind itself is known to come back with all that a server fills in. */
function result({ kind, types, method }: Input): TypeView {
  const type = method.result ?? ownType(kind);
  const ofKind = isOwn({ kind, type });
  if (method.verb === "list") {
    return ofKind ? generic("PersistedList", ownList({ kind, types })) : listOf({ types, type });
  }
  const view = named({ types, type });
  return ofKind ? generic("Persisted", view) : view;
}

function isOwn(input: { readonly kind: ClientKind; readonly type: NamedType }): boolean {
  return input.type.kind === "declared" && input.type.id === input.kind.type;
}

function ownType(kind: ClientKind): NamedType {
  return { kind: "declared", id: kind.type };
}

/** The declared list type of a kind, or KubernetesList of it. */
export function ownList(input: { readonly kind: ClientKind; readonly types: TypesById }): TypeView {
  const { kind, types } = input;
  return kind.listType === undefined
    ? generic("KubernetesList", declared({ types, id: kind.type }))
    : declared({ types, id: kind.listType });
}
