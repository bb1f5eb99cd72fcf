import type { Condition, ObjectMeta, TypeMeta, int32 } from "crd-runtime";

/** Scaled as it was before: not served. */
// +kubebuilder:resource:path=scaleds,singular=scaledone,shortName=sc,categories=all,scope=Namespaced
// +kubebuilder:unservedversion
// +kubebuilder:deprecatedversion
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Scaled extends TypeMeta {
  metadata: ObjectMeta;
  spec?: Spec;
  status?: Status;
}

/** Lone is not in its definition. */
// +kubebuilder:resource:path=loners,scope=Cluster
// +kubebuilder:skipversion
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Lone extends TypeMeta {
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
