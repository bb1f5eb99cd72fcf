import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Database of another group. */
// +genclient
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

/** Tenant of another group. */
// +genclient
// +genclient:nonNamespaced
// +kubebuilder:resource:scope=Cluster
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Tenant extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface TenantList extends TypeMeta {
  metadata: ListMeta;
  items: Tenant[];
}
