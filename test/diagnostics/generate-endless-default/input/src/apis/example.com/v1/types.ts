import type { int32 } from "crd-runtime";

// +k8s:defaulter-gen=true
export interface Tree {
  root?: Node;
  // +default=[{"kind": "leaf"}]
  fine?: Part[];
  byHand?: Chain;
  // Not filled in without end: the second one is there.
  // +default={"next": {"next": null}}
  short?: Ended;
}

export interface Node {
  // +default={}
  left?: Node;
  // +default=[{}]
  children?: Node[];
}

// A default of the type is one of all members that have it.
// +default={"kind": "branch"}
export type Part = Leaf | Branch;

export interface Leaf {
  kind: "leaf";
  // +default=1
  size?: int32;
}

export interface Branch {
  kind: "branch";
  inner?: Record<string, { part?: Part }>;
  first?: Part;
}

export interface Chain {
  // +default={}
  next?: Chain | null;
  depth?: int32;
}

export function setDefaults_Chain(object: Chain): void {
  if (object.depth === undefined) object.next = null;
}

export interface Ended {
  // +default=null
  next?: Ended | null;
}
