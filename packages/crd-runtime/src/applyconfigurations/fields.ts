/**
 * What is known of a member: how a builder sets it, and what owning it means.
 *
 * `value` is set as a whole; `atomic` too, and has one owner as a whole although it is an object; `objectMeta` is the metadata
 * of an object, whose setters its object has too; a list is appended to, a map merged into; a function names the struct, or
 * those that it may be, and is one because types may contain themselves.
 */
export type Field =
  | "value"
  | "atomic"
  | "objectMeta"
  | { readonly list: Field }
  | { readonly map: Field; readonly atomic?: true }
  | (() => Struct | readonly Struct[]);

/** What has members. */
export interface Struct {
  readonly fields: Fields;
}

/** The members of a struct by their names. */
export type Fields = { readonly [member: string]: Field };

/** The member of that name, or undefined; never one of the prototype. */
export function fieldOf(input: {
  readonly fields: Fields;
  readonly name: string;
}): Field | undefined {
  return Object.hasOwn(input.fields, input.name) ? input.fields[input.name] : undefined;
}

/** Whether an object in that place has one owner as a whole. */
export function isAtomic(field: Field): boolean {
  return (
    field === "atomic" || (typeof field === "object" && "map" in field && field.atomic === true)
  );
}
