import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Database is expanded. */
// +genclient
// +genclient:skipVerbs=list
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

/** Cluster is expanded. */
// +genclient
// +genclient:nonNamespaced
// +kubebuilder:resource:scope=Cluster
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Cluster extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ClusterList extends TypeMeta {
  metadata: ListMeta;
  items: Cluster[];
}
