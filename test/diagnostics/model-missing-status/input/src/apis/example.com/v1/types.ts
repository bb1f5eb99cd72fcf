import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +genclient:onlyVerbs=get,list,updateStatus,applyStatus
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
/** Database describes a database. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** DatabaseList is a list of Database objects. */
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

/** DatabaseSpec is what the user wants. */
export interface DatabaseSpec {
  user: string;
}
