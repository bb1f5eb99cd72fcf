import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +k8s:prerelease-lifecycle-gen:introduced=1.7
// +k8s:prerelease-lifecycle-gen:replacement=example.com,v1,Database
// +kubebuilder:resource:scope=Namespaced
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
// +genclient:nonNamespaced
// +k8s:prerelease-lifecycle-gen:introduced=1.7
// +k8s:prerelease-lifecycle-gen:deprecated=1.8
// +k8s:prerelease-lifecycle-gen:removed=2.0
// +k8s:prerelease-lifecycle-gen:replacement=example.com,v1,Database
/** Cluster is one. */
export interface Cluster extends TypeMeta {
  metadata: ObjectMeta;
  size?: int32;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** ClusterList is a list of Cluster. */
export interface ClusterList extends TypeMeta {
  metadata: ListMeta;
  items: Cluster[];
}

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +k8s:prerelease-lifecycle-gen:introduced=0.9
// +k8s:prerelease-lifecycle-gen:deprecated=1.12
/** Cache is one. */
export interface Cache extends TypeMeta {
  metadata: ObjectMeta;
  size?: int32;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** CacheList is a list of Cache. */
export interface CacheList extends TypeMeta {
  metadata: ListMeta;
  items: Cache[];
}
