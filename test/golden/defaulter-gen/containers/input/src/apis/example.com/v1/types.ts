import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Plant extends TypeMeta {
  metadata: ObjectMeta;
  spec: PlantSpec;
}

export interface Leaf {
  // +default=1
  size?: int32;
}

export interface Bare {
  size?: int32;
}

export interface PlantSpec {
  leaf?: Leaf;
  leaves?: Leaf[];
  matrix?: Leaf[][];
  byName?: Record<string, Leaf>;
  listsByName?: Record<string, Leaf[]>;
  deep?: Record<string, Record<string, (Leaf | null)[]>>;
  nullable?: Leaf | null;
  nullableList?: (Leaf | null)[] | null;
  readonly fixed?: readonly Leaf[];
  pair?: [first: Leaf, second: Leaf | null];
  rows?: [string, Leaf[], Bare][] | null;
  // +default=[{}, 5]
  counted?: [Leaf, int32];
  oneOrMany?: Leaf | Leaf[];
  orBoolean?: Leaf | boolean;
  listOrBoolean?: Leaf[] | boolean;
  inline?: {
    // +default="x"
    name?: string;
    leaf?: Leaf;
    nested?: {
      // +default=true
      on?: boolean;
    };
  };
  inlineList?: {
    // +default=2
    weight?: int32;
    "leaf-list"?: Leaf[];
  }[];
  inlineMap?: Record<
    string,
    {
      // +default=3
      weight?: int32;
    }
  >;
  shape?: Circle | Square | Point;
  shapes?: Shape[];
  alias?: LeafList;
  aliasMap?: Record<string, LeafList>;
  bare?: Bare;
  bares?: Bare[];
  toString?: Leaf;
  "node-leaves"?: Leaf[];
}

export type LeafList = Leaf[];

export type Shape = Circle | Square | Point;

export interface Circle {
  type: "circle";
  // +default=1
  radius?: int32;
}

export interface Square {
  type: "square";
  corner?: Leaf;
}

/** Nothing in it has a default. */
export interface Point {
  type: "point";
}
