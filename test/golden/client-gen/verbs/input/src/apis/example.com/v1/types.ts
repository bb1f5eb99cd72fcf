import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/**
 * Database describes a database.
 *
 * Its engine is chosen by the operator, so that this text is long enough to be wrapped: a hundred columns.
 */
// +genclient
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
  status?: {
    phase?: string;
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
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Cluster extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
  status?: {
    phase?: string;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ClusterList extends TypeMeta {
  metadata: ListMeta;
  items: Cluster[];
}

/** Backup has a status and no updateStatus. */
// +genclient
// +genclient:noStatus
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Backup extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
  status?: {
    phase?: string;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface BackupList extends TypeMeta {
  metadata: ListMeta;
  items: Backup[];
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

/** Login can only be created; it has no list. */
// +genclient
// +genclient:onlyVerbs=create
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Login extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

/** Lease is kept when it is used. */
// +genclient
// +genclient:skipVerbs=delete,deleteCollection,watch
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Lease extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface LeaseList extends TypeMeta {
  metadata: ListMeta;
  items: Lease[];
}

/** Ticket cannot be listed or watched. */
// +genclient
// +genclient:onlyVerbs=create,get
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Ticket extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

/** Journal can be watched only. */
// +genclient
// +genclient:onlyVerbs=watch
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Journal extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

/** Region has a client without methods. */
// +genclient
// +genclient:noVerbs
// +genclient:nonNamespaced
// +kubebuilder:resource:scope=Cluster
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Region extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

/** Template has no client. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Template extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}
