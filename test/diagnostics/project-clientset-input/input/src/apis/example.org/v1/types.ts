import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Tenant extends TypeMeta {
  metadata: ObjectMeta;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface TenantList extends TypeMeta {
  metadata: ListMeta;
  items: Tenant[];
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Quota extends TypeMeta {
  metadata: ObjectMeta;
}
