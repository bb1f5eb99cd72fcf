/** A type in both languages, and what markers say of its values. */
export interface Value {
  readonly go: string;
  readonly typeScript: string;
  readonly shape: "text" | "whole" | "truth" | "enum" | "list" | "map" | "object" | "other";
  readonly items?: Value;
  /** Values that a default may have, as text of `+kubebuilder:default=`; none where a type has constraints of its own. */
  readonly defaults?: readonly string[];
  /** What only Go needs to say: the values of an enumeration. */
  readonly goMarkers?: readonly string[];
  /** Members that may be the keys of a list. */
  readonly keys?: readonly string[];
}

/** Where markers stand: behind the comment, before it, before it with a blank line between, or in the comment's own block. */
export type Layout = "after" | "before" | "apart" | "inside";

interface Commented {
  readonly comment: readonly string[];
  /** Without `+`. */
  readonly markers: readonly string[];
  readonly layout: Layout;
}

/** A member of an object. */
export interface Field extends Commented {
  /** In JSON. */
  readonly name: string;
  readonly value: Value;
  readonly optional: boolean;
  /** In Go. */
  readonly isPointer: boolean;
  /** In Go, of what is optional. */
  readonly omit: string;
  readonly isNullable: boolean;
}

/** A declared type: an object, or another name for a type. */
export interface Declaration extends Commented {
  readonly name: string;
  readonly type: readonly Field[] | Value;
  /** The objects whose members it has, too. */
  readonly bases: readonly string[];
}

/** A version, with the kind in it. */
export interface Version extends Commented {
  readonly name: string;
  /** Of the package. */
  readonly packageMarkers: readonly string[];
  readonly spec: Field;
  readonly status: Field;
  readonly declarations: readonly Declaration[];
}

/** The types of a group with one kind. */
export interface RandomApi {
  readonly group: string;
  readonly kind: string;
  readonly versions: readonly Version[];
}
