import type { int32, LabelSelector, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Policy is written by those who put readonly in front of everything. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Policy extends TypeMeta {
  readonly metadata: ObjectMeta;
  readonly spec: PolicySpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface PolicyList extends TypeMeta {
  readonly metadata: ListMeta;
  readonly items: readonly Policy[];
}

export interface PolicySpec {
  readonly limit?: int32;
  readonly hosts: readonly string[];
  readonly rules?: ReadonlyArray<{ readonly paths?: readonly string[] }>;
  readonly labels?: { readonly [key: string]: string };
  target?: Target;
}

/** Its only readonly member is copied by assignment. */
export interface Target extends LabelSelector {
  readonly name: string;
  namespaces?: string[];
}

export interface Source extends LabelSelector {
  readonly namespaces?: string[];
}
