import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** ConfigMap holds configuration data. */
// +genclient
// +genclient:method=Replace,verb=update
// +genclient:method=GetOwner,verb=get,subresource=owner,result=crd-runtime/core/v1.ObjectReference
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ConfigMap extends TypeMeta {
  metadata: ObjectMeta;
  data?: Record<string, string>;
  immutable?: boolean;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ConfigMapList extends TypeMeta {
  metadata: ListMeta;
  items: ConfigMap[];
}

/** Namespace is a scope for names. */
// +genclient
// +genclient:nonNamespaced
// +kubebuilder:resource:scope=Cluster
// +genclient:skipVerbs=deleteCollection
// +kubebuilder:subresource:status
// +genclient:method=Finalize,verb=update,subresource=finalize
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Namespace extends TypeMeta {
  metadata: ObjectMeta;
  spec?: { finalizers?: string[] };
  status?: { phase?: string };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface NamespaceList extends TypeMeta {
  metadata: ListMeta;
  items: Namespace[];
}
