import {
  applyConfigurationName,
  applyConfigurationOf,
  versionApplyConfigurationFile,
} from "../model/client-files.js";
import {
  allMembers,
  type ModelIndex,
  type NamedType,
  type TypeId,
  type TypesById,
  typeById,
} from "../model/index.js";
import { type ImportSymbol, moduleType, runtimeType, typeSymbol } from "../render/index.js";

/** A type as code: `Scale`, `Persisted<Database>`. */
export interface TypeView {
  readonly symbol: ImportSymbol;
  /** Its type argument. */
  readonly argument: TypeView | undefined;
}

/** A type of crd-runtime with its argument: `generic("Persisted", database)`. */
export function generic(name: string, argument: TypeView): TypeView {
  return { symbol: runtimeType(name), argument };
}

export function declared(input: { readonly types: TypesById; readonly id: TypeId }): TypeView {
  return { symbol: typeSymbol(typeById(input.types, input.id)), argument: undefined };
}

/** Names of apply configurations, where they are generated. */
export interface ApplyPlace {
  /** Folder of generated client code. */
  readonly client: string;
  readonly versionOf: ModelIndex["versionOf"];
  /** Whether applyconfiguration-gen runs. */
  readonly enabled: boolean;
}

/** The generated apply configuration of a declared type; undefined when there is none. */
export function applyConfigurationView(input: {
  readonly apply: ApplyPlace;
  readonly types: TypesById;
  readonly id: TypeId;
}): TypeView | undefined {
  const { apply, types, id } = input;
  const { client, versionOf, enabled } = apply;
  const found = enabled ? applyConfigurationOf({ types, versionOf, id }) : undefined;
  if (found === undefined) return undefined;
  const path = versionApplyConfigurationFile({ client, version: found.version });
  const name = applyConfigurationName(found.type.name);
  return { symbol: moduleType({ name, module: path }), argument: undefined };
}

/** The type that a tag names. */
export function named(input: { readonly types: TypesById; readonly type: NamedType }): TypeView {
  const { types, type } = input;
  return type.kind === "declared"
    ? declared({ types, id: type.id })
    : { symbol: moduleType(type), argument: undefined };
}

/**
 * The list of what a tag names: the type itself when it is a list, else the list type declared
 * beside it, else KubernetesList.
 */
export function listOf(input: { readonly types: TypesById; readonly type: NamedType }): TypeView {
  const { types, type } = input;
  const view = named(input);
  if (isList(input)) return view;
  const list = type.kind === "declared" ? types.get(`${type.id}List`) : undefined;
  return list === undefined
    ? generic("KubernetesList", view)
    : { symbol: typeSymbol(list), argument: undefined };
}

/** A module's types cannot be looked into: there the name tells. */
function isList(input: { readonly types: TypesById; readonly type: NamedType }): boolean {
  const { types, type } = input;
  if (type.kind === "imported") return type.name.endsWith("List");
  const members = allMembers(types, typeById(types, type.id));
  return members.some((member) => member.name === "items" && member.type.kind === "array");
}
