import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:deprecatedversion
// +kubebuilder:storageversion
/** Database is one. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  size?: int32;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** DatabaseList is a list of Database. */
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:deprecatedversion:warning="Volumes are gone in 2.0; see https://example.com/volumes"
// +genclient:nonNamespaced
/** Volume is one. */
export interface Volume extends TypeMeta {
  metadata: ObjectMeta;
  size?: int32;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** VolumeList is a list of Volume. */
export interface VolumeList extends TypeMeta {
  metadata: ListMeta;
  items: Volume[];
}
