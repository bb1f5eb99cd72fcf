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
import { isSet } from "./members.js";
import { type PresenceRule, presenceErrors } from "./presence.js";

type Name<T> = keyof T & string;

/** A member whose rules another one, the discriminator, selects. */
export interface ModeInput<T> {
  readonly of: ValidationInput<T>;
  readonly discriminator: Name<T>;
  readonly member: Name<T>;
  /** What the discriminator is where it is not there: `false` for a boolean. */
  readonly absent?: string;
  /** A map without entries is unset. */
  readonly kind?: "map";
  /** What is checked of the object by the discriminator's value. */
  readonly modes: Readonly<Record<string, Check<T>>>;
  /** Where all rules stand behind one of these tags: then that the member is forbidden does, too. */
  readonly stability?: PresenceRule["stability"];
}

/**
 * `+k8s:ifMode`: the rules of a member for the value of the discriminator; for a value without rules the member is
 * forbidden. On update nothing is checked while both are as they were.
 */
export function modal<T>(input: ModeInput<T>): FieldError[] {
  const { of, discriminator, absent = "", member: name, kind, modes, stability } = input;
  if (!isObject(of.object)) return [];
  const read = (object: unknown): { readonly mode: unknown; readonly value: unknown } => ({
    mode: member(object, discriminator) ?? undefined,
    value: member(object, name) ?? undefined,
  });
  const { mode, value } = read(of.object);
  const correlated = isUpdate(of) && isObject(of.oldObject);
  const old = read(of.oldObject);
  if (correlated && mode === old.mode && equalJson(value, old.value)) return [];
  const key = String(mode ?? absent);
  const check = Object.hasOwn(modes, key) ? modes[key] : undefined;
  if (check === undefined) {
    const one = inside({
      of,
      object: value,
      oldObject: old.value,
      path: memberPath(of.path, name),
    });
    const there = isSet({ value, kind });
    return presenceErrors({ of: one, presence: "forbidden", isSet: there, stability });
  }
  // Rules of another mode than before have seen no value yet, not even one that has not changed.
  const path = of.path ?? "";
  const oldObject = mode === old.mode ? of.oldObject : undefined;
  return runChecks([check], inside({ of, object: of.object, oldObject, path }));
}
