import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Database describes a database. */
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

/** Cluster holds databases. */
// +genclient
// +genclient:nonNamespaced
// +kubebuilder:resource:scope=Cluster
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

/** Metric can only be read. */
// +genclient
// +genclient:readonly
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Metric extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface MetricList extends TypeMeta {
  metadata: ListMeta;
  items: Metric[];
}

/** Archive cannot be got, so it has no lister. */
// +genclient
// +genclient:onlyVerbs=list,watch
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Archive extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ArchiveList extends TypeMeta {
  metadata: ListMeta;
  items: Archive[];
}

/** Ticket cannot be listed, so it has no lister. */
// +genclient
// +genclient:onlyVerbs=create,get
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Ticket extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

/** Tenant has a namespace lister whose name is taken. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Tenant extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface TenantList extends TypeMeta {
  metadata: ListMeta;
  items: Tenant[];
}

/** TenantNamespace takes that name. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface TenantNamespace extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface TenantNamespaceList extends TypeMeta {
  metadata: ListMeta;
  items: TenantNamespace[];
}

/** ExternalSecretStoreSynchronizer has a name that lines must break for. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ExternalSecretStoreSynchronizer extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ExternalSecretStoreSynchronizerList extends TypeMeta {
  metadata: ListMeta;
  items: ExternalSecretStoreSynchronizer[];
}
