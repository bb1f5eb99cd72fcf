import { defaultOf, type Member, type TypeId } from "../model/index.js";
import { memberAccess, memberKey } from "../render/index.js";
import type { Scope } from "./scope.js";
import { valueView } from "./value.js";
import type { AssignView, TypeView } from "./view.js";

/** A value in the code. */
export interface Place {
  readonly scope: Scope;
  /** `object.spec`. */
  readonly source: string;
  /** How the code names its type. */
  readonly type: TypeView;
  /** Parameters of the functions around it. */
  readonly parameters: readonly string[];
  /** Aliases being followed, so that one that holds itself ends. */
  readonly following: readonly TypeId[];
}

/** Sets the default of a member; nothing for one that has none. */
export function assignStatement(input: {
  readonly place: Place;
  readonly member: Member;
  readonly source: string;
  readonly memberType: TypeView;
  readonly own: string;
}): readonly AssignView[] {
  const { place, member, source, memberType, own } = input;
  const { types } = place.scope;
  const value = defaultOf({ types, member });
  if (value === undefined) return [];
  const kind = member.readonly ? "assign-readonly" : "assign";
  return [
    {
      template: `defaulter-gen/statement/${kind}`,
      guard: `${own === "" ? "" : `!${own} || `}${source} === undefined`,
      object: place.source,
      access: memberAccess(member.name),
      key: memberKey(member.name),
      value: valueView({ types, type: member.type, name: memberType, value }),
    },
  ];
}
