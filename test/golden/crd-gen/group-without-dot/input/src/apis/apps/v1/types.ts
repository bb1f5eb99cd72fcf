import type { ObjectMeta, TypeMeta } from "crd-runtime";

/** Own is a kind. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Own extends TypeMeta {
  metadata: ObjectMeta;
  spec: OwnSpec;
}

export interface OwnSpec {
  name: string;
}
