import type { Condition, ListMeta, ObjectMeta, TypeMeta, int32 } from "crd-runtime";

/** Database describes a database. */
// +genclient
// +genclient:noStatus
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

/** DatabaseSpec is the spec of a Database. */
export interface DatabaseSpec {
  user: string;
  password: string;
  encoding?: string;
  replicas?: int32;
}

// +genclient
// +genclient:nonNamespaced
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:subresource:status
// +kubebuilder:resource:scope=Cluster
export interface Cluster extends TypeMeta {
  metadata: ObjectMeta;
  spec: ClusterSpec;
  status?: ClusterStatus;
}

export interface ClusterSpec {
  nodes?: string[];
  labels?: Record<string, string>;
}

export interface ClusterStatus {
  observedGeneration?: int32;
  conditions?: Condition[];
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ClusterList extends TypeMeta {
  metadata: ListMeta;
  items: Cluster[];
}
