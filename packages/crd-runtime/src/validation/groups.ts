import {
  type FieldError,
  forbidden,
  invalid,
  required as requiredError,
} from "../schema/field-error.js";
import { isObject, member } from "../schema/json.js";
import { goQuote } from "../schema/text/go.js";
import { fieldOf, isUpdate, memberPath, type ValidationInput } from "./input.js";
import { isSet } from "./members.js";

type Name<T> = keyof T & string;

/** Members of an object that are looked at together. */
export interface GroupInput<T> {
  readonly of: ValidationInput<T>;
  readonly members: readonly Name<T>[];
  /** Those that are maps: without entries they are unset. */
  readonly maps?: readonly Name<T>[];
}

/** `+k8s:unionMember`: exactly one of the members is set. */
export function union<T>(input: GroupInput<T>): FieldError[] {
  const set = newlySet(input);
  return set === undefined ? [] : unionErrors({ ...input, set });
}

/** Members of a group, and those that are set. */
interface SetInput {
  readonly of: ValidationInput<unknown>;
  readonly members: readonly string[];
  readonly set: readonly string[];
}

/** The error where not exactly one is set. */
export function unionErrors({ of, members, set }: SetInput): FieldError[] {
  if (set.length === 1) return [];
  const value = set.length === 0 ? "" : `{${set.join(", ")}}`;
  const detail = `must specify ${set.length === 0 ? "" : "exactly "}one of: ${quotedNames(members)}`;
  return [{ ...invalid({ field: fieldOf(of), value, detail }), origin: "union" }];
}

/** `+k8s:zeroOrOneOfMember`: at most one of the members is set. */
export function zeroOrOneOf<T>(input: GroupInput<T>): FieldError[] {
  const set = newlySet(input);
  return set === undefined ? [] : zeroOrOneOfErrors({ ...input, set });
}

/** The error where more than one is set. */
export function zeroOrOneOfErrors({ of, members, set }: SetInput): FieldError[] {
  if (set.length < 2) return [];
  const value = `{${set.join(", ")}}`;
  const detail = `must specify at most one of: ${quotedNames(members)}`;
  return [{ ...invalid({ field: fieldOf(of), value, detail }), origin: "zeroOrOneOf" }];
}

/** `+k8s:unionDiscriminator`: the member that is set is the one that the discriminator names. */
export function discriminatedUnion<T>(input: {
  readonly of: ValidationInput<T>;
  readonly discriminator: Name<T>;
  /** The discriminator's value for each member. */
  readonly members: { readonly [K in Name<T>]?: string };
  readonly maps?: readonly Name<T>[];
}): FieldError[] {
  const { of, discriminator, maps = [] } = input;
  const members = Object.keys(input.members) as Name<T>[];
  const set = newlySet({ of, members, maps, discriminator });
  if (set === undefined) return [];
  const chosen = member(of.object, discriminator);
  return members.flatMap((name) => {
    const value = input.members[name] ?? "";
    if (set.includes(name) === (chosen === value)) return [];
    const may = chosen === value ? "must" : "may only";
    const detail = `${may} be specified when \`${discriminator}\` is ${goQuote(value)}`;
    const field = memberPath(of.path, name);
    return [{ ...invalid({ field, value: "", detail }), origin: "union" }];
  });
}

/** A member that is set, and another one that then must or must not be. */
export interface DependentInput<T> {
  readonly of: ValidationInput<T>;
  readonly member: Name<T>;
  readonly dependent: Name<T>;
  readonly maps?: readonly Name<T>[];
}

/** `+k8s:dependentRequired`: where the member is set, the other one is, too. */
export function dependentRequired<T>(input: DependentInput<T>): FieldError[] {
  const { of, member: trigger, dependent } = input;
  const set = newlySet({ ...input, members: [trigger, dependent] });
  if (set?.includes(trigger) !== true || set.includes(dependent)) return [];
  const error = requiredError(memberPath(of.path, dependent), `must be set when ${trigger} is set`);
  return [{ ...error, origin: "dependentRequired" }];
}

/** `+k8s:dependentForbidden`: where the member is set, the other one is not. */
export function dependentForbidden<T>(input: DependentInput<T>): FieldError[] {
  const { of, member: trigger, dependent } = input;
  const set = newlySet({ ...input, members: [trigger, dependent] });
  if (set === undefined || set.length < 2) return [];
  const error = forbidden(memberPath(of.path, dependent), `may not be set when ${trigger} is set`);
  return [{ ...error, origin: "dependentForbidden" }];
}

/** The members that are set; undefined where an update leaves it as it was which ones are. */
function newlySet<T>(
  input: GroupInput<T> & { readonly discriminator?: Name<T> },
): readonly Name<T>[] | undefined {
  const { of, members, maps = [], discriminator } = input;
  if (!isObject(of.object)) return undefined;
  const setIn = (object: unknown): readonly Name<T>[] =>
    members.filter((name) =>
      isSet({ value: member(object, name), kind: maps.includes(name) ? "map" : undefined }),
    );
  const set = setIn(of.object);
  if (!isUpdate(of) || !isObject(of.oldObject)) return set;
  const same =
    setIn(of.oldObject).join() === set.join() &&
    (discriminator === undefined ||
      member(of.oldObject, discriminator) === member(of.object, discriminator));
  return same ? undefined : set;
}

function quotedNames(members: readonly string[]): string {
  return members.map((name) => `\`${name}\``).join(", ");
}
