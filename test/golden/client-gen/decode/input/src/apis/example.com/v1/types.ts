import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
  status?: DatabaseStatus;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

export interface DatabaseSpec {
  engine: "postgres" | "mysql";
  // +k8s:minimum=1
  replicas?: int32;
  ports?: Record<string, int32>;
}

export interface DatabaseStatus {
  phase?: string;
}

// +genclient
// +genclient:nonNamespaced
// +kubebuilder:resource:scope=Cluster
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseClass extends TypeMeta {
  metadata: ObjectMeta;
  size: int32;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseClassList extends TypeMeta {
  metadata: ListMeta;
  items: DatabaseClass[];
}
