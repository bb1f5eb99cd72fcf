import type { TypeId } from "../model/index.js";

/** What a function does, types named by their ids: which of them have a function is known at the end. */
export interface TypePlan {
  readonly statements: readonly StatementPlan[];
}

export type StatementPlan =
  | MemberPlan
  | GroupPlan
  | ModalPlan
  | { readonly kind: "value"; readonly checks: readonly CheckPlan[] };

/** Members that are looked at together. */
export interface GroupPlan {
  readonly kind: "group";
  readonly name: string;
  readonly properties: readonly PropertyPlan[];
}

/** A property of the argument: code, or lists of it. */
export type PropertyPlan =
  | { readonly key: string; readonly kind: "text"; readonly text: string }
  | { readonly key: string; readonly kind: "list" | "object"; readonly items: readonly string[] };

/** Functions of crd-runtime/validation for a member, by what is said of its presence. */
export type Presence = "required" | "optional" | "forbidden" | "present" | "ifPresent";

/** A rule about presence that does not always hold. */
export interface PresenceRulePlan {
  readonly presence: "forbidden" | "optional" | "required";
  readonly enabled: readonly string[];
  readonly disabled: readonly string[];
  readonly stability: Stability | undefined;
}

export type Stability = "alpha" | "beta";

/** The rules of a member by the value of another one. */
export interface ModalPlan {
  readonly kind: "modal";
  readonly discriminator: string;
  /** What it is where it is not there. */
  readonly absent: string | undefined;
  readonly member: string;
  readonly isMap: boolean;
  readonly stability: Stability | undefined;
  readonly modes: readonly { readonly value: string; readonly statement: MemberPlan }[];
}

export interface MemberPlan {
  readonly kind: "member";
  readonly presence: Presence;
  readonly rules: readonly PresenceRulePlan[];
  readonly member: string;
  readonly isMap: boolean;
  readonly update: readonly CheckPlan[];
  readonly checks: readonly CheckPlan[];
}

export type CheckPlan =
  /** `maxLength(63)`, or `immutable` without arguments. */
  | {
      readonly kind: "function";
      readonly name: string;
      readonly arguments?: readonly ArgumentPlan[];
    }
  | { readonly kind: "type"; readonly id: TypeId }
  | {
      readonly kind: "each";
      readonly name: "eachItem" | "eachValue" | "eachKey";
      readonly match: MatchPlan | undefined;
      readonly checks: readonly CheckPlan[];
    }
  | {
      readonly kind: "wrap";
      readonly name: "oneOrMany" | "unlessBoolean" | "besideSchema" | Stability;
      readonly checks: readonly CheckPlan[];
    }
  /** `ifEnabled({ option: "Strict", checks: [...] })`. */
  | {
      readonly kind: "with";
      readonly name: "ifEnabled" | "ifDisabled" | "item" | "itemAt";
      readonly properties: readonly PropertyPlan[];
      readonly checks: readonly CheckPlan[];
    }
  | { readonly kind: "custom"; readonly name: string; readonly module: string }
  | { readonly kind: "inline"; readonly statements: readonly StatementPlan[] }
  | {
      readonly kind: "cases";
      readonly discriminant: string;
      readonly cases: readonly { readonly value: string; readonly id: TypeId }[];
    };

/** A literal as code, or a function that finds the same item. */
export type ArgumentPlan = string | MatchPlan;

/** `byValue`, `byKeys("name")`. */
export interface MatchPlan {
  readonly match: "byValue" | "byKeys";
  readonly keys: readonly string[];
}

/** The types whose functions a plan calls. */
export function typesIn(plan: TypePlan): readonly TypeId[] {
  return plan.statements.flatMap(inStatement);
}

/** The plan without calls of functions that there are none of, and without what then checks nothing. */
export function pruned(input: {
  readonly plan: TypePlan;
  readonly isChecked: (id: TypeId) => boolean;
}): TypePlan {
  return { statements: pruneStatements({ ...input, statements: input.plan.statements }) };
}

interface Pruning {
  readonly isChecked: (id: TypeId) => boolean;
}

function pruneStatements(
  input: Pruning & { readonly statements: readonly StatementPlan[] },
): readonly StatementPlan[] {
  return input.statements.flatMap((statement): readonly StatementPlan[] => {
    if (statement.kind === "group" || statement.kind === "modal") return [statement];
    const checks = pruneChecks({ ...input, checks: statement.checks });
    if (statement.kind === "value") return checks.length === 0 ? [] : [{ ...statement, checks }];
    const { presence, rules, update } = statement;
    const idle =
      (presence === "optional" || presence === "ifPresent") &&
      checks.length === 0 &&
      rules.length === 0 &&
      update.length === 0;
    return idle ? [] : [{ ...statement, checks }];
  });
}

function pruneChecks(
  input: Pruning & { readonly checks: readonly CheckPlan[] },
): readonly CheckPlan[] {
  return input.checks.flatMap((check) => pruneCheck({ ...input, check }) ?? []);
}

function pruneCheck(input: Pruning & { readonly check: CheckPlan }): CheckPlan | undefined {
  const { check } = input;
  switch (check.kind) {
    case "function":
    case "custom":
    case "cases":
      return check;
    case "type":
      return input.isChecked(check.id) ? check : undefined;
    case "each":
    case "with":
    case "wrap": {
      const checks = pruneChecks({ ...input, checks: check.checks });
      return checks.length === 0 ? undefined : { ...check, checks };
    }
    case "inline": {
      const statements = pruneStatements({ ...input, statements: check.statements });
      return statements.length === 0 ? undefined : { ...check, statements };
    }
  }
}

function inStatement(statement: StatementPlan): readonly TypeId[] {
  // Rules for a mode look into nothing: the member's own statement does.
  return statement.kind === "group" || statement.kind === "modal"
    ? []
    : statement.checks.flatMap(inCheck);
}

function inCheck(check: CheckPlan): readonly TypeId[] {
  switch (check.kind) {
    case "function":
    case "custom":
      return [];
    case "type":
      return [check.id];
    case "each":
    case "with":
    case "wrap":
      return check.checks.flatMap(inCheck);
    case "inline":
      return check.statements.flatMap(inStatement);
    case "cases":
      return check.cases.map(({ id }) => id);
  }
}
