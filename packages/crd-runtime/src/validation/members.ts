import {
  type FieldError,
  forbidden as forbiddenError,
  required as requiredError,
} from "../schema/field-error.js";
import { equalJson, isObject, member } from "../schema/json.js";
import {
  type Check,
  inside,
  isUpdate,
  memberPath,
  runChecks,
  type ValidationInput,
} from "./input.js";

/** A member of an object, and what is checked of it. */
export interface MemberInput<T, K extends keyof T> {
  readonly of: ValidationInput<T>;
  readonly member: K & string;
  /** A map without entries is unset, as Go sees it; an object without members is not. */
  readonly kind?: "map";
  /** Rules about changes; they see a member that is unset, too. */
  readonly update?: readonly Check<unknown>[];
  readonly checks?: readonly Check<NonNullable<T[K]>>[];
}

/** `+k8s:required`: the member is set. An empty string, list or map is not; 0 and false are. */
export function required<T, K extends keyof T>(input: MemberInput<T, K>): FieldError[] {
  return validateMember({ input, empty: "unset", ifUnset: reportRequired });
}

/** `+k8s:optional`: the member may be unset, which an empty string, list or map is, too; then nothing else is checked. */
export function optional<T, K extends keyof T>(input: MemberInput<T, K>): FieldError[] {
  return validateMember({ input, empty: "unset", ifUnset: accept });
}

/** `+k8s:forbidden`: the member is unset. */
export function forbidden<T, K extends keyof T>(input: MemberInput<T, K>): FieldError[] {
  return validateMember({ input, empty: "unset", ifUnset: accept, ifSet: reportForbidden });
}

/** A member without `?` and without a tag: it is there, if only as an empty string. */
export function present<T, K extends keyof T>(input: MemberInput<T, K>): FieldError[] {
  return validateMember({ input, empty: "set", ifUnset: reportRequired });
}

/** A member with `?` and without a tag: it is checked where it is there. */
export function ifPresent<T, K extends keyof T>(input: MemberInput<T, K>): FieldError[] {
  return validateMember({ input, empty: "set", ifUnset: accept });
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

type Report = (path: string) => FieldError[];

const accept: Report = () => [];
const reportRequired: Report = (path) => [requiredError(path)];
const reportForbidden: Report = (path) => [forbiddenError(path)];

/** In the order of validation-gen: what has not changed passes, then changes and presence, then the value. */
function validateMember<T, K extends keyof T>(input: {
  readonly input: MemberInput<T, K>;
  readonly empty: "set" | "unset";
  readonly ifUnset: Report;
  readonly ifSet?: Report;
}): FieldError[] {
  const { of, member: name, kind, update = [], checks = [] } = input.input;
  if (!isObject(of.object)) return [];
  const read = (object: unknown): unknown => {
    const value = member(object, name) ?? undefined;
    return input.empty === "set" || isSet({ value, kind }) ? value : undefined;
  };
  const path = memberPath(of.path, name);
  const one = inside({ of, object: read(of.object), oldObject: read(of.oldObject), path });
  const correlated = isUpdate(of) && isObject(of.oldObject);
  if (correlated && equalJson(one.object, one.oldObject)) return [];
  const unset = one.object === undefined;
  const errors = [
    ...(correlated ? runChecks(update, one) : []),
    ...((unset ? input.ifUnset : input.ifSet)?.(path) ?? []),
  ];
  return unset || errors.length > 0 ? errors : runChecks(checks, one);
}
