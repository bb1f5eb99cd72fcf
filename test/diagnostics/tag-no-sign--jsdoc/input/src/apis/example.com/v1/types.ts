import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/**
 * Database describes a database.
 *
 * @k8s:deepcopy-gen:interfaces=runtime.Object
 * @deprecated Use a cluster.
 * @genclient is what a client is asked for by, in a sentence.
 */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  /**
   * @default 5
   * @k8s:minimum=3
   */
  size?: int32; // @kubebuilder:validation:Maximum=5
}

// @genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}
