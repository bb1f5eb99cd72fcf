import type { Member, TypeExpression, TypeId } from "../model/index.js";
import { memberAccess, memberKey, runtimeType, typeSymbol } from "../render/index.js";
import { defaultOf } from "./effective.js";
import type { Scope } from "./scope.js";
import { isWhole, valueView } from "./value.js";
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
  const json = value.json?.value;
  const whole = json === undefined || isWhole({ types, type: member.type, value: json });
  const kind = member.readonly ? "assign-readonly" : "assign";
  return [
    {
      template: `defaulter-gen/statement/${kind}`,
      guard: `${own === "" ? "" : `!${own} || `}${source} === undefined`,
      object: place.source,
      access: memberAccess(member.name),
      key: memberKey(member.name),
      value: valueView({ types, type: member.type, value }),
      cast: whole ? undefined : castOf({ place, type: member.type, fallback: memberType }),
    },
  ];
}

/** The shortest name of a type: its own where it has one. */
function castOf(input: {
  readonly place: Place;
  readonly type: TypeExpression;
  readonly fallback: TypeView;
}): TypeView {
  const { place, type, fallback } = input;
  switch (type.kind) {
    case "reference": {
      const declared = place.scope.types.get(type.id);
      return declared === undefined
        ? fallback
        : { before: "", of: typeSymbol(declared), after: "" };
    }
    case "builtin":
      return { before: "", of: runtimeType(type.name), after: "" };
    case "nullable":
      return castOf({ ...input, type: type.type });
    case "array": {
      const simple = type.element.kind === "reference" || type.element.kind === "builtin";
      const element = castOf({ ...input, type: type.element });
      return simple ? { ...element, after: `${element.after}[]` } : fallback;
    }
    default:
      return fallback;
  }
}
