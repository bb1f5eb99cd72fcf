import type { ApiModel, ApiType, ApiVersion, TypeId } from "../model/index.js";

/** A declared type with the version whose folder declares it. */
export interface Declaration {
  readonly type: ApiType;
  readonly version: ApiVersion;
}

/** All declared types of a model, and which of them a tag names as implementations of an interface. */
export interface Declarations {
  readonly byId: ReadonlyMap<TypeId, Declaration>;
  /** By the interface's id: types whose `interfaces=` tag names it, in the order of the model. */
  readonly implementations: ReadonlyMap<TypeId, readonly Declaration[]>;
}

export function declarationsOf(model: ApiModel): Declarations {
  const byId = new Map<TypeId, Declaration>();
  const implementations = new Map<TypeId, Declaration[]>();
  for (const version of model.groups.flatMap((group) => group.versions)) {
    for (const type of version.types) {
      const declaration = { type, version };
      byId.set(type.id, declaration);
      for (const { id } of type.deepCopy.interfaces) {
        if (id === undefined) continue;
        implementations.set(id, [...(implementations.get(id) ?? []), declaration]);
      }
    }
  }
  return { byId, implementations };
}

/** @throws for an id that the model does not hold: a mistake of ours */
export function lookUp(input: {
  readonly declarations: Declarations;
  readonly id: TypeId;
}): Declaration {
  const found = input.declarations.byId.get(input.id);
  if (found === undefined) throw new Error(`the model has no type ${input.id}`);
  return found;
}
