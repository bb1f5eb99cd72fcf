import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient for all
// +k8s:opaqueType("/scale")
// +kubebuilder:printcolumn:name="Age,type=date
// +kubebuilder:resource:path databases
// +kubebuilder:resource=path=databases
// +resourceName = databases
// +genclient:
// + genclient:noStatus
// ++kubebuilder:storageversion
// +k8s:deepcopy-gen:interfaces=runtime.Object
/**
 * Database describes a database, for
 * + default users
 * + genclient2 users
 */
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
  // + default="postgres"
  // +k8s:maxLength= 63
  // +optional, +nullable
  user: string;
}
