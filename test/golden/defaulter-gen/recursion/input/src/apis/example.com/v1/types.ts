import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";

/** A root that holds itself. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Folder extends TypeMeta {
  metadata: ObjectMeta;
  // +default="/"
  path?: string;
  inner?: Folder;
  tree?: Tree;
  forest?: Forest;
  even?: Even;
  plain?: Plain;
}

export interface Tree {
  // +default=1
  weight?: int32;
  children?: Tree[];
  byName?: Record<string, Tree>;
}

/** An alias that holds itself. */
export type Forest = Record<string, Branch>;

export type Branch = { forest?: Forest; leaf?: Leaf }[];

export interface Leaf {
  // +default="green"
  colour?: string;
}

export interface Even {
  odd?: Odd;
}

export interface Odd {
  // +default=true
  odd?: boolean;
  even?: Even;
}

/** Nothing in it has a default, however deep. */
export interface Plain {
  name?: string;
  next?: Plain;
}
