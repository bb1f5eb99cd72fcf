import { duplicate, type FieldError } from "../schema/field-error.js";
import { equalJson, isObject, member } from "../schema/json.js";
import { goJson } from "../schema/text/go.js";
import {
  type Check,
  inside,
  isUpdate,
  keyPath,
  type Match,
  runChecks,
  withoutSchema,
} from "./input.js";
import type { ItemKey } from "./item-groups.js";

/** `+k8s:listType=set`: items are the same when they are equal. */
export const byValue: Match = equalJson;

/** `+k8s:listType=map`: items are the same when these members of theirs are. */
export function byKeys(...keys: readonly string[]): Match {
  return (item, other) => keys.every((key) => equalJson(member(item, key), member(other, key)));
}

type Items<E> = readonly (E | null | undefined)[];

interface ItemChecks<E> {
  readonly match?: Match;
  readonly checks: readonly Check<E>[];
}

/**
 * Checks each item of a list. On update an item that has not changed passes; without `match` no item is known to be the
 * one that it was.
 */
export function eachItem<E>(input: ItemChecks<NoInfer<E>>): Check<Items<E>>;
/** Where nothing says what the items are, the checks do. */
export function eachItem<E>(input: ItemChecks<E>): Check<Items<E>>;
export function eachItem<E>({ match, checks }: ItemChecks<E>): Check<Items<E>> {
  return (of) => {
    if (!Array.isArray(of.object)) return [];
    const old: readonly unknown[] = Array.isArray(of.oldObject) ? of.oldObject : [];
    return of.object.flatMap((item: unknown, index): FieldError[] => {
      if (item === undefined || item === null) return [];
      const before = match && old.find((one) => match(item, one));
      if (isUpdate(of) && before !== undefined && equalJson(item, before)) return [];
      const path = keyPath(of.path, index);
      return runChecks(checks, inside({ of, object: item, oldObject: before, path }));
    });
  };
}

/** Checks the item of a tuple at an index, from 0; on update one that has not changed passes. */
export function itemAt<T extends readonly unknown[], Index extends number>(input: {
  readonly index: Index;
  readonly checks: readonly Check<NonNullable<T[Index]>>[];
}): Check<T> {
  const { index, checks } = input;
  return (of) => {
    const object = itemOf(of.object, index);
    if (object === undefined || object === null) return [];
    const before = itemOf(of.oldObject, index);
    if (isUpdate(of) && before !== undefined && equalJson(object, before)) return [];
    const path = keyPath(of.path, index);
    return runChecks(checks, inside({ of, object, oldObject: before, path }));
  };
}

function itemOf(list: unknown, index: number): unknown {
  return Array.isArray(list) ? list[index] : undefined;
}

/** `+k8s:item`: checks the item of a list whose members have these values; on update one that has not changed passes. */
export function item<E>(input: {
  readonly key: ItemKey;
  readonly checks: readonly Check<NoInfer<E>>[];
}): Check<readonly (E | null | undefined)[]> {
  const key: readonly (readonly [string, unknown])[] = Object.entries(input.key);
  const isMeant = (one: unknown): boolean =>
    key.every(([name, value]) => equalJson(member(one, name), value));
  return (of) => {
    if (!Array.isArray(of.object)) return [];
    const index = of.object.findIndex(isMeant);
    if (index === -1) return [];
    const object: unknown = of.object[index];
    const before: unknown = Array.isArray(of.oldObject) ? of.oldObject.find(isMeant) : undefined;
    if (isUpdate(of) && before !== undefined && equalJson(object, before)) return [];
    const path = keyPath(of.path, index);
    return runChecks(input.checks, withoutSchema(inside({ of, object, oldObject: before, path })));
  };
}

type Values<V> = Readonly<Record<string, V | null | undefined>>;

interface ValueChecks<V> {
  readonly checks: readonly Check<V>[];
}

/** Checks each value of a map; on update one that has not changed passes. */
export function eachValue<V>(input: ValueChecks<NoInfer<V>>): Check<Values<V>>;
/** Where nothing says what the values are, the checks do. */
export function eachValue<V>(input: ValueChecks<V>): Check<Values<V>>;
export function eachValue<V>(input: ValueChecks<V>): Check<Values<V>> {
  return (of) => {
    if (!isObject(of.object)) return [];
    return Object.entries(of.object).flatMap(([key, value]): FieldError[] => {
      if (value === undefined || value === null) return [];
      const old = member(of.oldObject, key);
      if (isUpdate(of) && old !== undefined && equalJson(value, old)) return [];
      const path = keyPath(of.path, key);
      return runChecks(input.checks, inside({ of, object: value, oldObject: old, path }));
    });
  };
}

/** Checks each key of a map, under the path of the map; on update one that was there passes. */
export function eachKey(input: { readonly checks: readonly Check<string>[] }): Check<object> {
  return (of) => {
    if (!isObject(of.object)) return [];
    return Object.keys(of.object)
      .filter((key) => !isUpdate(of) || member(of.oldObject, key) === undefined)
      .flatMap((key) =>
        runChecks(
          input.checks,
          inside({ of, object: key, oldObject: undefined, path: of.path ?? "" }),
        ),
      );
  };
}

/** No two items of a list are equal, or, with keys, have the same ones: the later one is the error. */
export function unique(...keys: readonly string[]): Check<readonly unknown[]> {
  return (input) => {
    if (!Array.isArray(input.object)) return [];
    const seen = new Set<string>();
    return input.object.flatMap((item: unknown, index): FieldError[] => {
      if (item === undefined || item === null) return [];
      const names = keys.map((key) => member(item, key) ?? null);
      const identity = goJson(keys.length === 0 ? item : names);
      if (!seen.has(identity)) {
        seen.add(identity);
        return [];
      }
      return [duplicate(keyPath(input.path, index), item)];
    });
  };
}

/** Checks a value, or each of a list: `T | T[]`. */
export function oneOrMany<T>(checks: readonly Check<T>[]): Check<T | readonly T[]> {
  const each = eachItem<T>({ checks });
  return (input) => {
    const { object } = input;
    return isList(object)
      ? each({ ...input, object, oldObject: undefined })
      : runChecks(checks, input);
  };
}

function isList<T>(value: T | readonly T[]): value is readonly T[] {
  return Array.isArray(value);
}

/** Checks a value that is no boolean: `T | boolean`. */
export function unlessBoolean<T>(checks: readonly Check<T>[]): Check<T | boolean> {
  return (input) => (typeof input.object === "boolean" ? [] : runChecks(checks, input));
}
