import type { ParseableType } from "./parseable-type.js";
import { isScalar } from "./value.js";

/** The form that a value takes of those that its type allows. */
export type Form = "list" | "map" | "none" | "scalar";

/** Form of a value: its own where the type allows that, else the first of the type's; deduceAtom and handleAtom. */
export function formOf(input: { readonly type: ParseableType; readonly value: unknown }): Form {
  const { type, value } = input;
  if (isScalar(value)) {
    if (type.scalar !== undefined) return "scalar";
  } else if (Array.isArray(value)) {
    if (type.list !== undefined) return "list";
  } else if (value !== null && value !== undefined && type.map !== undefined) {
    return "map";
  }
  if (type.map !== undefined) return "map";
  if (type.scalar !== undefined) return "scalar";
  return type.list === undefined ? "none" : "list";
}

/** Types of the members of a map and of the items of a list that have none: no value is one of it. */
export const noType: ParseableType = Object.freeze({});
