import type { ApiType, Member, TypeExpression } from "../model/index.js";

/** A member with its place: `storage.` in front of the members of an object that is written inside `storage`. */
export interface PlacedMember {
  readonly member: Member;
  readonly path: string;
  /** The members that stand beside it, itself included. */
  readonly beside: readonly Member[];
}

/** The own members of a type and those of objects that are written inside it, in source order. */
export function* membersOfType({ declaration }: ApiType): Generator<PlacedMember> {
  const members =
    declaration.kind === "interface" ? declaration.members : membersWithin(declaration.type);
  yield* placed({ members, path: "" });
}

function* placed(input: {
  readonly members: readonly Member[];
  readonly path: string;
}): Generator<PlacedMember> {
  const { members, path } = input;
  for (const member of members) {
    yield { member, path, beside: members };
    yield* placed({ members: membersWithin(member.type), path: `${path}${member.name}.` });
  }
}

/** The members of an object that is written where its type is used. */
function membersWithin(type: TypeExpression): readonly Member[] {
  switch (type.kind) {
    case "object":
      return type.members;
    case "array":
      return membersWithin(type.element);
    case "tuple":
      return type.elements.flatMap(membersWithin);
    case "map":
      return membersWithin(type.value);
    case "nullable":
      return membersWithin(type.type);
    case "union":
      return type.form === "discriminated" ? [] : membersWithin(type.type);
    default:
      return [];
  }
}
