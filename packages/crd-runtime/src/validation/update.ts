import { type FieldError, forbidden, invalid } from "../schema/field-error.js";
import { equalJson, isObject } from "../schema/json.js";
import {
  type Check,
  fieldOf,
  isUpdate,
  keyPath,
  type Match,
  type ValidationInput,
} from "./input.js";

/**
 * `+k8s:immutable`: once set, the value is neither changed nor removed. It may be set once, as the rule in a
 * CustomResourceDefinition has it; validation-gen's own rule forbids that, too. A schema around it has said so with its
 * own rules: at the object, where the value is gone.
 */
export const immutable: Check<unknown> = (input) =>
  input.schemaChecked !== true &&
  isUpdate(input) &&
  isThere(input.oldObject) &&
  !equalJson(input.object, input.oldObject)
    ? [changed({ input, detail: "field is immutable", origin: "immutable" })]
    : [];

/** `+k8s:update=NoSet`: what was unset when the object was created stays unset. */
export const noSet: Check<unknown> = (input) =>
  isUpdate(input) && !isThere(input.oldObject) && isThere(input.object)
    ? [changed({ input, detail: "field cannot be set once created", origin: "update" })]
    : [];

/** `+k8s:update=NoUnset`: what is set stays set. */
export const noUnset: Check<unknown> = (input) =>
  isUpdate(input) && isThere(input.oldObject) && !isThere(input.object)
    ? [changed({ input, detail: "field cannot be cleared once set", origin: "update" })]
    : [];

/** `+k8s:update=NoModify`: a value is not changed for another one; setting and removing it are no matter. */
export const noModify: Check<unknown> = (input) =>
  isUpdate(input) &&
  isThere(input.oldObject) &&
  isThere(input.object) &&
  !equalJson(input.object, input.oldObject)
    ? [changed({ input, detail: "field cannot be modified once set", origin: "update" })]
    : [];

/** `+k8s:update=NoAddItem` of a list: every item was there. */
export function noAddItem(match: Match): Check<unknown> {
  return (input) => {
    if (!isUpdate(input)) return [];
    const old = listOf(input.oldObject);
    return listOf(input.object).flatMap((item, index) =>
      old.some((one) => match(item, one)) ? [] : [added(keyPath(input.path, index))],
    );
  };
}

/** `+k8s:update=NoRemoveItem` of a list: every item that was there still is. */
export function noRemoveItem(match: Match): Check<unknown> {
  return (input) => {
    if (!isUpdate(input)) return [];
    const items = listOf(input.object);
    return listOf(input.oldObject).flatMap((old) =>
      items.some((one) => match(one, old)) ? [] : [removed(fieldOf(input))],
    );
  };
}

/** `+k8s:update=NoAddItem` of a map. */
export const noAddEntry: Check<unknown> = (input) =>
  isUpdate(input)
    ? newKeys({ object: input.object, other: input.oldObject }).map((key) =>
        added(keyPath(input.path, key)),
      )
    : [];

/** `+k8s:update=NoRemoveItem` of a map. */
export const noRemoveEntry: Check<unknown> = (input) =>
  isUpdate(input)
    ? newKeys({ object: input.oldObject, other: input.object }).map((key) =>
        removed(keyPath(input.path, key)),
      )
    : [];

/** `+k8s:monotonic`: an integer never decreases. */
export const monotonic: Check<number> = (input) => {
  const { object: value, oldObject: old } = input;
  if (!isUpdate(input) || typeof value !== "number" || typeof old !== "number" || value >= old) {
    return [];
  }
  const detail = `may not be decreased from ${old}`;
  return [{ ...invalid({ field: fieldOf(input), value, detail }), origin: "monotonic" }];
};

/** Null where the server prints no value. */
function changed(input: {
  readonly input: ValidationInput<unknown>;
  readonly detail: string;
  readonly origin: string;
}): FieldError {
  const { detail, origin } = input;
  return { ...invalid({ field: fieldOf(input.input), value: null, detail }), origin };
}

function added(field: string): FieldError {
  return { ...forbidden(field, "item may not be added"), origin: "update" };
}

function removed(field: string): FieldError {
  return { ...forbidden(field, "item may not be removed"), origin: "update" };
}

function isThere(value: unknown): boolean {
  return value !== undefined && value !== null;
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function newKeys(input: { readonly object: unknown; readonly other: unknown }): readonly string[] {
  const { object, other } = input;
  if (!isObject(object)) return [];
  return Object.keys(object).filter((key) => !isObject(other) || !Object.hasOwn(other, key));
}
