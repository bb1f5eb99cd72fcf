import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +genclient:readonly
// +kubebuilder:ac:generate=true
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Report extends TypeMeta {
  metadata: ObjectMeta;
  spec: ReportSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ReportList extends TypeMeta {
  metadata: ListMeta;
  items: Report[];
}

export interface ReportSpec {
  owner?: string;
}

// +kubebuilder:ac:generate=true
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Draft extends TypeMeta {
  metadata: ObjectMeta;
  spec: DraftSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DraftList extends TypeMeta {
  metadata: ListMeta;
  items: Draft[];
}

export interface DraftSpec {
  owner?: string;
}
