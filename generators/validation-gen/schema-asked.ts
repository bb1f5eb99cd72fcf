import {
  type ApiType,
  constraintsOf,
  insideOf,
  isImported,
  isOptionalByDefault,
  isRequired,
  type Member,
  type ModelIndex,
  type Tag,
  type TypeExpression,
  type TypeId,
  withoutPath,
} from "../model/index.js";
import { heldBy } from "./references.js";

/** Keys of a schema by which no value is wrong. */
const harmless: ReadonlySet<string> = new Set([
  "title",
  "example",
  "externalDocs",
  "x-kubernetes-list-map-keys",
  "x-kubernetes-map-type",
  "x-kubernetes-preserve-unknown-fields",
]);
/** Said of the member's presence. */
const presence = /^kubebuilder:validation:(?:Optional|Required)$/;

/**
 * The types of which markers of controller-gen say more than their declarations and `+k8s:` tags do, and those that hold such
 * ones: the schema of a CustomResourceDefinition checks their values.
 */
export function typesWithMarkers(index: ModelIndex): ReadonlySet<TypeId> {
  const { types, versionOf } = index;
  const holders = new Map<TypeId, TypeId[]>();
  const found = new Set<TypeId>();
  for (const type of types.values()) {
    const optionalByDefault = isOptionalByDefault(versionOf.get(type.id));
    if (!isImported(type) && asks({ type, optionalByDefault })) found.add(type.id);
    for (const id of heldBy({ types, type })) {
      const known = holders.get(id);
      if (known === undefined) holders.set(id, [type.id]);
      else known.push(type.id);
    }
  }
  // What is added while the loop runs is visited, too.
  for (const id of found) for (const holder of holders.get(id) ?? []) found.add(holder);
  return found;
}

function asks(input: { readonly type: ApiType; readonly optionalByDefault: boolean }): boolean {
  const { type, optionalByDefault } = input;
  return (
    type.tags.some(constrains) ||
    membersOf(type).some(
      ({ tags, optional }) =>
        tags.some(constrains) ||
        isRequired({ tags: tags.filter(isNoRule), optional, optionalByDefault }) === optional,
    )
  );
}

function constrains(tag: Tag): boolean {
  const { name } = withoutPath(tag.name);
  if (!isNoRule(tag) || presence.test(name)) return false;
  if (name === "crd-project:schema" || name === "crd-project:schema:replace") return true;
  if (name.startsWith("kubebuilder:validation:")) return true;
  return constraintsOf([tag]).some(({ values }) =>
    Object.entries(values).some(
      ([key, value]) =>
        !harmless.has(key) && !(key === "x-kubernetes-list-type" && value === "atomic"),
    ),
  );
}

/** Whether a tag is none of validation-gen's, which its functions check by themselves. */
function isNoRule({ name }: Tag): boolean {
  return !name.startsWith("k8s:");
}

/** Its own, those of objects in it included. */
function membersOf({ declaration }: ApiType): readonly Member[] {
  const members = declaration.kind === "interface" ? declaration.members : [];
  const inside =
    declaration.kind === "alias"
      ? inlineMembers(declaration.type)
      : members.flatMap((member) => inlineMembers(member.type));
  return [...members, ...inside];
}

function inlineMembers(type: TypeExpression): readonly Member[] {
  if (type.kind === "object") {
    return type.members.flatMap((member) => [member, ...inlineMembers(member.type)]);
  }
  return insideOf(type).flatMap(inlineMembers);
}
