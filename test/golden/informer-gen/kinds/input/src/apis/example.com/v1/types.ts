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

/** Archive cannot be got, so its informer has no lister. */
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

/** Ticket cannot be watched, so it has no informer. */
// +genclient
// +genclient:onlyVerbs=get,list
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Ticket extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface TicketList extends TypeMeta {
  metadata: ListMeta;
  items: Ticket[];
}

/** CertificateSigningRequestApprovalPolicy has a long name. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface CertificateSigningRequestApprovalPolicy extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface CertificateSigningRequestApprovalPolicyList extends TypeMeta {
  metadata: ListMeta;
  items: CertificateSigningRequestApprovalPolicy[];
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
