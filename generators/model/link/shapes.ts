import {
  allMembers,
  ancestors,
  extendsBuiltin,
  resolveAliases,
  type TypesById,
} from "../lookup.js";
import type { ApiType, Member, TypeExpression } from "../types.js";
import { placeholder } from "./expressions.js";

/** What a type is to the API: a kind, the list of a kind, or a part of others. */
export type Shape = "kind" | "list" | "part";

/** Looks at TypeMeta, metadata and items. */
export function shapeOf(types: TypesById, type: ApiType): Shape {
  if (type.declaration.kind !== "interface" || !isTyped(types, type)) {
    return "part";
  }
  const isRoot = type.tags.find(({ name }) => name === "kubebuilder:object:root")?.value;
  const metadata = metadataOf(types, type);
  if (metadata === "ListMeta") {
    return "list";
  }
  return metadata === "ObjectMeta" && isRoot !== "false" ? "kind" : "part";
}

/** Whether a parent, the metadata or the items could not be read: what the type is to the API is not known then. */
export function isDoubtful(types: TypesById, type: ApiType): boolean {
  const isUnread = (target: TypeExpression): boolean =>
    target === placeholder ||
    (target.kind === "reference" && !types.has(target.id)) ||
    (target.kind === "array" && isUnread(resolveAliases(types, target.element)));
  const members = ["metadata", "items"].flatMap((name) => memberOf(types, { type, name }) ?? []);
  return (
    ancestors(types, type).some(isUnread) ||
    members.some((member) => isUnread(resolveAliases(types, member.type)))
  );
}

/** Extends TypeMeta: objects of the type carry their apiVersion and kind. */
export function isTyped(types: TypesById, type: ApiType): boolean {
  return extendsBuiltin(types, { type, name: "TypeMeta" });
}

/** The type of the member metadata, when it is one of crd-runtime. */
export function metadataOf(types: TypesById, type: ApiType): string | undefined {
  const metadata = memberOf(types, { type, name: "metadata" });
  const target = metadata === undefined ? undefined : resolveAliases(types, metadata.type);
  return target?.kind === "builtin" ? target.name : undefined;
}

/** A member by name, inherited ones included. */
export function memberOf(
  types: TypesById,
  input: { readonly type: ApiType; readonly name: string },
): Member | undefined {
  return allMembers(types, input.type).find(({ name }) => name === input.name);
}

/** Whether a type is a list of another: `items: T[]` and `metadata: ListMeta`, both required. */
export function isListOf(
  types: TypesById,
  input: { readonly list: ApiType; readonly item: ApiType },
): boolean {
  const items = memberOf(types, { type: input.list, name: "items" });
  const target = items === undefined ? undefined : resolveAliases(types, items.type);
  const element = target?.kind === "array" ? resolveAliases(types, target.element) : undefined;
  return (
    shapeOf(types, input.list) === "list" &&
    items?.optional === false &&
    memberOf(types, { type: input.list, name: "metadata" })?.optional === false &&
    element?.kind === "reference" &&
    element.id === input.item.id
  );
}
