import type { ObjectMeta, TypeMeta } from "crd-runtime";

/** Guarded is a kind. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Guarded extends TypeMeta {
  metadata: ObjectMeta;
  spec: GuardedSpec;
}

export interface GuardedSpec {
  name: string;
}
