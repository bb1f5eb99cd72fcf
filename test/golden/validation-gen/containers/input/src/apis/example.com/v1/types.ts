import type { Condition, int32, IntOrString, JSON } from "crd-runtime";
import type { Port as SharedPort, Ports } from "../v2/types.js";

export interface ContainersSpec {
  lists: Item[][];
  nullable: (Item | null)[];
  byName: Record<string, Item | null>;
  pair?: [string, Item | null];
  nested?: Record<string, Record<string, Item[]>>;
  maybe: Item | null;
  oneOrMany?: Item | Item[];
  orBoolean?: Item | boolean;
  names?: string | string[];
  shape: Shape;
  "kebab-case"?: Item;
  ports?: Ports;
  // +k8s:eachVal=+k8s:neq=0
  own?: Ports;
  port?: SharedPort;
  any?: JSON;
  either?: IntOrString;
  // +k8s:opaqueType
  opaque?: Item;
  // +k8s:listType=atomic
  // +k8s:unique=map
  // +k8s:listMapKey=name
  // +k8s:listMapKey=size
  unique?: Item[];
  // +k8s:listType=set
  // +k8s:customUnique
  customUnique?: string[];
  // +k8s:required
  // +k8s:minProperties=1
  // +k8s:update=NoAddItem
  // +k8s:eachVal=+k8s:eachVal=+k8s:minLength=1
  labels?: Record<string, string[]>;
  // +k8s:update=NoRemoveItem
  annotations?: Record<string, string>;
  tree?: Tree;
  level?: 1 | 2 | 3;
  plain?: Plain;
  // +k8s:listType=map
  // +k8s:listMapKey=type
  // +k8s:item(type: "Approved")=+k8s:zeroOrOneOfMember
  // +k8s:item(type: "Denied")=+k8s:zeroOrOneOfMember
  conditions?: Condition[];
}

export interface Item {
  // +k8s:minLength=1
  name: string;
  size: int32;
}

export type Shape = Circle | Square;

export interface Circle {
  type: "circle";
  // +k8s:minimum=0
  radius: int32;
}

export interface Square {
  type: "square";
  side: int32;
}

export interface Tree {
  // +k8s:maxLength=8
  value: string;
  children?: Tree[];
}

/** Nothing in it is checked. */
export interface Plain {
  note?: string;
}
