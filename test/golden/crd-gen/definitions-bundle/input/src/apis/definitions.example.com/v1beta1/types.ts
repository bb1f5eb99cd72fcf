import type { Condition, ObjectMeta, TypeMeta, int32 } from "crd-runtime";

/** Scaled as it was: deprecated, with a warning. */
// +kubebuilder:resource:path=scaleds,singular=scaledone,shortName=sc,categories=all,scope=Namespaced
// +kubebuilder:deprecatedversion:warning="definitions.example.com/v1beta1 Scaled is deprecated: use v1, 'please'"
// +kubebuilder:printcolumn:name=Mode,type=string,JSONPath=.spec.mode
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Scaled extends TypeMeta {
  metadata: ObjectMeta;
  spec?: Spec;
  status?: Status;
}

export interface Spec {
  replicas?: int32;
  mode?: string;
  hosts?: string[];
}

export interface Status {
  replicas?: int32;
  selector?: string;
  // +listType=map
  // +listMapKey=type
  conditions?: Condition[];
}
