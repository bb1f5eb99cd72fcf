import type { Condition, int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
  status?: DatabaseStatus;
}

export interface DatabaseSpec {
  user: string;
  encoding?: string;
  replicas?: int32;
  zones?: Zone[];
  parameters?: Record<string, string>;
}

export interface Zone {
  name: string;
  weight?: int32;
}

export interface DatabaseStatus {
  phase?: "Pending" | "Ready" | "Failed";
  conditions?: Condition[];
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}
