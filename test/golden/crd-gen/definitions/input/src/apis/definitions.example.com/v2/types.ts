import type { Condition, ObjectMeta, TypeMeta, int32 } from "crd-runtime";

/** Scaled as it will be, in a version without definitions. */
// +kubebuilder:resource:path=scaleds,singular=scaledone,shortName=sc,categories=all,scope=Namespaced
// +kubebuilder:subresource:status
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
