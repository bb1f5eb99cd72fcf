import type { ApiType, Member, TypeExpression } from "../model/index.js";
import type { Context } from "./context.js";
import type { ListRules } from "./lists.js";
import type { CheckPlan, PresenceRulePlan } from "./plan.js";
import type { Rule } from "./rules.js";
import type { Shape } from "./shape.js";

/** Where a value stands, which says what rules there can be. */
export type UsePlace =
  | {
      readonly kind: "member";
      readonly name: string;
      /** Absent behind `+k8s:subfield`, whose rules are not the member's own. */
      readonly member?: Member;
    }
  | { readonly kind: "type"; readonly type: ApiType }
  | { readonly kind: "key" }
  | { readonly kind: "item"; readonly shape: Shape; readonly list: ListRules | undefined };

/** A member with rules, its own or those that stand behind `+k8s:subfield`. */
export interface RuledMember {
  readonly member: Member;
  readonly rules: readonly Rule[];
}

/** A value of a type with the rules that hold for it there. */
export interface UseInput {
  readonly context: Context;
  readonly type: TypeExpression;
  readonly rules: readonly Rule[];
  readonly place: UsePlace;
  /** False where another function looks into the value already. */
  readonly descend: boolean;
  /** What is said of the list by rules beside those that are given. */
  readonly list?: ListRules | undefined;
}

/** What is checked of a value. */
export interface Use {
  readonly presence: PresenceRulePlan["presence"] | undefined;
  /** Rules about presence that do not always hold. */
  readonly rules: readonly PresenceRulePlan[];
  /** Rules that see a value that is unset, too. */
  readonly update: readonly CheckPlan[];
  readonly checks: readonly CheckPlan[];
}

/** `on a member`, `for items of a list`. */
export function placeName(place: UsePlace): string {
  switch (place.kind) {
    case "key":
      return "for keys of a map";
    case "item":
      return place.shape.kind === "map" ? "for values of a map" : "for items of a list";
    default:
      return `on a ${place.kind}`;
  }
}
