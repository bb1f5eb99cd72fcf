import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genClient
// +gen-client:noStatus
// +genclient:onlyVerb=get
// +k8s:deepcopy-gen:interface=runtime.Object
// +kubebuilder:subresources:status
// +kubebuilder:resources:path=databases
// +subresource:status
// +kubebuilder:subresource
// +genclient:watchOnly
// +genclient:onlyVerbs:get
// +resourceName:databases
// +kubebuilder:storageVersion
// +example:owner=storage
// +build linux
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
