import type { int32 } from "crd-runtime";

export type Phase = "Running" | "Pending" | "Failed";

export type MorePhases = Phase | "Unknown" | "Running";

export type Level = 3 | 1 | 2;

export type Switch = true | false;

export type Leading =
  | "b"
  | "a";

export interface Members {
  phase: Phase | "Gone";
  nullablePhase: Phase | null;
  enumOfOne: "one" | "one";
  oneOrMany: string | string[];
  manyOrOne: Item[] | Item;
  oneOrManyObjects: { name: string } | { name: string }[];
  enumOrMany: "a" | "b" | ("a" | "b")[];
  genericMany: int32 | ReadonlyArray<int32>;
  nullableMany?: string | string[] | null;
  orBoolean: Item | boolean;
  booleanOrText: boolean | string;
  autoOrBoolean: boolean | "auto";
  literalBoolean: true | false | "auto";
  shape: Shape;
  direct: Circle | Square | null;
}

export interface Item {
  name: string;
}

export interface Base {
  type: string;
  color?: string;
}

export interface Circle extends Base {
  name: "fixed";
  type: "circle";
  radius: int32;
}

export interface Square extends Base {
  name: "fixed";
  type: "square";
  side: int32;
}

export type TriangleType = "triangle";

export interface Triangle {
  type: TriangleType;
}

export type Round = Circle;

export type TwoShapes = Round | Square;

export type Shape = TwoShapes | Triangle;

export type MaybeShape = Shape | null;
