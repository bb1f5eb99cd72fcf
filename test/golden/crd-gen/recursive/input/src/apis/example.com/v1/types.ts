import type { ObjectMeta, TypeMeta } from "crd-runtime";

/** Tree is a kind. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Tree extends TypeMeta {
  metadata: ObjectMeta;
  spec: TreeSpec;
}

/** TreeSpec has a tree, and rules that contain each other. */
export interface TreeSpec {
  root: Node;
  /** Rules of the tree. */
  rules: Rule[];
  lists?: Lists;
}

/** Node has nodes. */
export interface Node {
  name: string;
  children?: Node[];
  byName?: Record<string, Node>;
}

/** Rule is one of several rules, or all of them. */
export type Rule = AnyOf | Name;

/** AnyOf holds when one of its rules does. */
export interface AnyOf {
  type: "anyOf";
  rules: Rule[];
  because: Reason;
}

/** Name holds for a name. */
export interface Name {
  type: "name";
  name: string;
}

/** Reason explains a rule. */
export interface Reason {
  text: string;
  instead?: Rule;
}

export type Lists = Lists[];
