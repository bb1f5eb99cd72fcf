import {
  type FieldError,
  forbidden as forbiddenError,
  required as requiredError,
} from "../schema/field-error.js";
import { atLevel, optionOf } from "./conditions.js";
import { fieldOf, type ValidationInput } from "./input.js";

/** What is said of the presence of a member: by its type, or by a tag. */
export type Presence = "forbidden" | "ifPresent" | "optional" | "present" | "required";

/** A rule about presence that holds under a condition, or is not enforced. */
export interface PresenceRule {
  readonly presence: "forbidden" | "optional" | "required";
  /** Options that must be on. */
  readonly enabled?: readonly string[];
  /** Options that must be off. */
  readonly disabled?: readonly string[];
  readonly stability?: "alpha" | "beta";
}

/** The rules that hold for a value, and options that nobody declared. */
export interface HoldingRules {
  readonly rules: readonly PresenceRule[];
  readonly errors: readonly FieldError[];
}

/** Finds which rules hold. */
export function holdingRules(input: {
  readonly of: ValidationInput<unknown>;
  readonly rules: readonly PresenceRule[];
}): HoldingRules {
  const errors: FieldError[] = [];
  const rules = input.rules.filter(({ enabled = [], disabled = [] }) => {
    const found = [
      ...enabled.map((option) => ({ isOn: optionOf({ ...input, option }), wanted: true })),
      ...disabled.map((option) => ({ isOn: optionOf({ ...input, option }), wanted: false })),
    ];
    for (const { isOn } of found) if (typeof isOn !== "boolean") errors.push(isOn);
    return found.every(({ isOn, wanted }) => isOn === wanted);
  });
  return { rules, errors };
}

/** Whether an empty string, list or map counts as one that is not there. */
export function emptyIsUnset(presence: Presence): boolean {
  return presence !== "present" && presence !== "ifPresent";
}

/** What is wrong with a value that is or is not there. */
export function presenceErrors(input: {
  readonly of: ValidationInput<unknown>;
  readonly presence: Presence;
  readonly isSet: boolean;
  readonly stability?: PresenceRule["stability"];
}): FieldError[] {
  const { of, presence, isSet, stability } = input;
  const field = fieldOf(of);
  const isMissing = !isSet && (presence === "required" || presence === "present");
  const isTooMuch = isSet && presence === "forbidden";
  if (!isMissing && !isTooMuch) return [];
  const error = isMissing ? requiredError(field) : forbiddenError(field);
  return atLevel({ of, stability, errors: [error] });
}
