import type { Condition, LabelSelector, ObjectMeta, TypeMeta, integer } from "crd-runtime";

export interface Port {
  port: integer;
}

export interface Base {
  name?: string;
  ports?: Port[];
}

export interface Middle extends Base {
  labels?: Record<string, string>;
}

export type MiddleAlias = Middle;
export type Extra = { extra?: string[] };

export interface Leaf extends MiddleAlias, Extra {
  /** Narrows the inherited member. */
  name: "leaf";
  own?: Port;
}

export interface NothingNew extends Middle {}

export interface OwnCondition extends Condition {
  details?: string[];
}

export interface OwnSelector extends LabelSelector {
  ports?: Port[];
}

export interface OwnFlat extends Condition {}

export interface TwoBases extends LabelSelector, Condition {
  ports?: Port[];
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Kind extends TypeMeta, Middle {
  metadata: ObjectMeta;
}
