import type { FieldError } from "../schema/field-error.js";
import { equalJson, isObject, member } from "../schema/json.js";
import {
  type Check,
  inside,
  isUpdate,
  memberPath,
  runChecks,
  type ValidationInput,
} from "./input.js";
import {
  emptyIsUnset,
  type HoldingRules,
  holdingRules,
  type Presence,
  type PresenceRule,
  presenceErrors,
} from "./presence.js";

/** A member of an object, and what is checked of it. */
export interface MemberInput<T, K extends keyof T> {
  readonly of: ValidationInput<T>;
  readonly member: K & string;
  /** A map without entries is unset, as Go sees it; an object without members is not. */
  readonly kind?: "map";
  /** Rules about presence that do not always hold. */
  readonly rules?: readonly PresenceRule[];
  /** Rules about changes; they see a member that is unset, too. */
  readonly update?: readonly Check<unknown>[];
  readonly checks?: readonly Check<NonNullable<T[K]>>[];
}

/** `+k8s:required`: the member is set. An empty string, list or map is not; 0 and false are. */
export function required<T, K extends keyof T>(input: MemberInput<T, K>): FieldError[] {
  return validateMember({ input, presence: "required" });
}

/** `+k8s:optional`: the member may be unset, which an empty string, list or map is, too; then nothing else is checked. */
export function optional<T, K extends keyof T>(input: MemberInput<T, K>): FieldError[] {
  return validateMember({ input, presence: "optional" });
}

/** `+k8s:forbidden`: the member is unset. */
export function forbidden<T, K extends keyof T>(input: MemberInput<T, K>): FieldError[] {
  return validateMember({ input, presence: "forbidden" });
}

/** A member without `?` and without a tag: it is there, if only as an empty string. */
export function present<T, K extends keyof T>(input: MemberInput<T, K>): FieldError[] {
  return validateMember({ input, presence: "present" });
}

/** A member with `?` and without a tag: it is checked where it is there. */
export function ifPresent<T, K extends keyof T>(input: MemberInput<T, K>): FieldError[] {
  return validateMember({ input, presence: "ifPresent" });
}

/** Rules of a type as a whole: what all checks find. */
export function value<T>(input: {
  readonly of: ValidationInput<T>;
  readonly checks: readonly Check<NonNullable<T>>[];
}): FieldError[] {
  const { object } = input.of;
  return object === undefined || object === null ? [] : runChecks(input.checks, input.of);
}

/** Whether a member counts as set where empty ones do not. */
export function isSet(input: {
  readonly value: unknown;
  readonly kind?: "map" | undefined;
}): boolean {
  const { value, kind } = input;
  if (value === undefined || value === null || value === "") return false;
  if (Array.isArray(value)) return value.length > 0;
  return kind !== "map" || !isObject(value) || Object.keys(value).length > 0;
}

/** In the order of validation-gen: what has not changed passes, then changes and presence, then the value. */
function validateMember<T, K extends keyof T>(input: {
  readonly input: MemberInput<T, K>;
  readonly presence: Presence;
}): FieldError[] {
  const { of, member: name, kind, rules = [], update = [], checks = [] } = input.input;
  if (!isObject(of.object)) return [];
  // What the schema has said of the member counts, not what the type does.
  const isSaid = of.schemaChecked === true && input.presence === "present";
  const presence = isSaid ? "ifPresent" : input.presence;
  const path = memberPath(of.path, name);
  const object = member(of.object, name) ?? undefined;
  const whole = inside({ of, object, oldObject: member(of.oldObject, name) ?? undefined, path });
  const holding = rules.length === 0 ? noRules : holdingRules({ of: whole, rules });
  // What a tag says takes the place of what the type does.
  const enforced = holding.rules.filter(({ stability }) => stability !== "alpha");
  const replaced = !emptyIsUnset(presence) && enforced.length > 0;
  const empty = replaced || emptyIsUnset(presence);
  const read = (value: unknown): unknown => (!empty || isSet({ value, kind }) ? value : undefined);
  const one = { ...whole, object: read(whole.object), oldObject: read(whole.oldObject) };
  const correlated = isUpdate(of) && isObject(of.oldObject);
  if (correlated && equalJson(one.object, one.oldObject)) return [];
  const unset = one.object === undefined;
  const there = isSet({ value: whole.object, kind });
  const errors = [
    ...(correlated ? runChecks(update, one) : []),
    ...(replaced ? [] : presenceErrors({ of: one, presence, isSet: !unset })),
    ...holding.errors,
    ...holding.rules.flatMap((rule) => presenceErrors({ ...rule, of: one, isSet: there })),
  ];
  return unset || errors.length > 0 ? errors : runChecks(checks, one);
}

const noRules: HoldingRules = { rules: [], errors: [] };
