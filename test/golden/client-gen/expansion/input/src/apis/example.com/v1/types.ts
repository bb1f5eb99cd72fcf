import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Database has an expansion. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

/** Cluster has an expansion beside extension methods. */
// +genclient
// +genclient:nonNamespaced
// +kubebuilder:resource:scope=Cluster
// +genclient:method=GetHealth,verb=get,subresource=health,result=Health
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Cluster extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ClusterList extends TypeMeta {
  metadata: ListMeta;
  items: Cluster[];
}

/** Region has nothing but an expansion. */
// +genclient
// +genclient:noVerbs
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Region extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

/** Health of a cluster. */
export interface Health {
  healthy: boolean;
}
