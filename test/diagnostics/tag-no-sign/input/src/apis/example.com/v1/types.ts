import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// genclient:nonNamespaced
// +k8s:deepcopy-gen:interfaces=runtime.Object
/**
 * Database describes a database.
 *
 * kubebuilder:validation:Minimum is a marker for numbers, and
 * k8s:required makes a member that must be there: sentences.
 *
 * ```
 * kubebuilder:validation:MinLength=1
 * ```
 */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  // kubebuilder:validation:Maximum=5
  // kubebuilder:validation:XValidation:rule="self < 5",message="too large"
  size?: int32; // k8s:minimum=1
  /** kubebuilder:validation:Pattern=`^[a-z]+$` */
  name?: string;
}

// genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

/** Names are text, too: genclient is one. */
export const comment = "// +genclient";
