import type { BuiltinName } from "../model/index.js";
import type { KnownType } from "./known-types.js";
import type { Marker } from "./marker.js";
import type { Schema } from "./schema.js";

/** A type as it will be written. */
export type Expression =
  | { readonly kind: "keyword"; readonly name: "boolean" | "number" | "string" }
  | { readonly kind: "builtin"; readonly name: BuiltinName }
  | LiteralUnion
  | { readonly kind: "array"; readonly element: Expression }
  | { readonly kind: "record"; readonly value: Expression }
  | { readonly kind: "nullable"; readonly type: Expression }
  /** An object of which nothing is said. */
  | { readonly kind: "empty" }
  | { readonly kind: "use"; readonly use: Use };

/** A union of literals, or one of them. */
export interface LiteralUnion {
  readonly kind: "literals";
  readonly values: readonly (string | number)[];
}

/** A member of a declared or inline type. */
export interface Member {
  readonly name: string;
  readonly optional: boolean;
  readonly type: Expression;
  readonly markers: readonly Marker[];
  readonly description: string | undefined;
}

/** Something that is declared under a name: an object with properties, or what else needs comments of its own. */
export interface Shape {
  /** What all its uses have in common, by which they are found. */
  readonly key: string;
  readonly schema: Schema;
  /** What it is, where it is a union of literals, which has a name only where that is shorter. */
  readonly union?: LiteralUnion;
  /** The type of Kubernetes that it is a form of, where it was found first. */
  readonly known: KnownType | undefined;
  /** In the order in which they were found. */
  readonly uses: Use[];
}

/** One place where a shape stands. */
export interface Use {
  readonly shape: Shape;
  /** Properties on the way there from the kind, the kind first, as parts of a type's name. */
  readonly path: readonly string[];
  /** The description that the type's own comment has to give here; undefined where the member has one. */
  readonly comment: string | undefined;
  /** The description of the member. */
  readonly description: string;
  /** The type of Kubernetes that the shape is a form of, as far as one sees from here. */
  readonly known: KnownType | undefined;
}
