// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object

import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +kubebuilder:storageversion

const separator = ";";

/** Database describes a database. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  // +optional
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** DatabaseList is a list of Database objects. */
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

export const separators = [separator, "// +optional"];

// +genclient
