import type { ObjectMeta, TypeMeta } from "crd-runtime";

/** Guarded is a kind. */
// +kubebuilder:metadata:annotations="api-approved.kubernetes.io=https://github.com/kubernetes/kubernetes/pull/78458"
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Guarded extends TypeMeta {
  metadata: ObjectMeta;
  spec: GuardedSpec;
}

export interface GuardedSpec {
  name: string;
}
