import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

export interface Status {
  ready: boolean;
}

// +genclient
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Pod extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface PodList extends TypeMeta {
  metadata: ListMeta;
  items: Pod[];
}
