import type { ApiModel, ApiType, TypeId } from "./types.js";

/** The types of a model, those of packages included, by id. */
export type TypeTable = ReadonlyMap<TypeId, ApiType>;

export function typeTable(model: ApiModel): TypeTable {
  const groups = [...model.groups, ...(model.imported ?? [])];
  const versions = groups.flatMap((group) => group.versions);
  return new Map(versions.flatMap((version) => version.types).map((type) => [type.id, type]));
}

/** @throws for an id that the model does not hold: a mistake of ours */
export function lookUpType(input: { readonly types: TypeTable; readonly id: TypeId }): ApiType {
  const type = input.types.get(input.id);
  if (type === undefined) throw new Error(`the model has no type ${input.id}`);
  return type;
}
