import { notSupported } from "../schema/field-error.js";
import { isObject, member } from "../schema/json.js";
import { type Check, fieldOf, memberPath, runChecks } from "./input.js";

type Literal = boolean | number | string;

/** A union of literals: the value is one of them. */
export function oneOf<T extends Literal>(...values: readonly T[]): Check<T> {
  return (input) => {
    const { object: value, schemaChecked } = input;
    if (schemaChecked === true || values.some((one) => one === value)) return [];
    const supported = values.map(String);
    return [notSupported({ field: fieldOf(input), value, supported })];
  };
}

/** A union of interfaces: the checks of the one that the member `discriminant` names. */
export function byDiscriminant<T>(input: {
  readonly discriminant: keyof T & string;
  /** By the literals; undefined for an interface of which nothing is checked. */
  readonly cases: Readonly<Record<string, Check<never> | undefined>>;
}): Check<T> {
  const { discriminant, cases } = input;
  return (of) => {
    if (!isObject(of.object)) return [];
    const value = member(of.object, discriminant);
    if (typeof value === "string" && Object.hasOwn(cases, value)) {
      const check = cases[value];
      return check === undefined ? [] : runChecks([check], of);
    }
    const field = memberPath(of.path, discriminant);
    return [notSupported({ field, value, supported: Object.keys(cases) })];
  };
}
