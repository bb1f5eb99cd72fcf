import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

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
