import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Promise is a global of the language. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Promise extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface PromiseList extends TypeMeta {
  metadata: ListMeta;
  items: Promise[];
}

/** Patch is a name of the runtime. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Patch extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface PatchList extends TypeMeta {
  metadata: ListMeta;
  items: Patch[];
}

/** Class is a word of the language. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Class extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ClassList extends TypeMeta {
  metadata: ListMeta;
  items: Class[];
}

/** DNSZone begins with an acronym. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DNSZone extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DNSZoneList extends TypeMeta {
  metadata: ListMeta;
  items: DNSZone[];
}

/** ResourceClient is what clients stand on. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ResourceClient extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ResourceClientList extends TypeMeta {
  metadata: ListMeta;
  items: ResourceClient[];
}

/** CertificateSigningRequestApprovalPolicy has a long name. */
// +genclient
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface CertificateSigningRequestApprovalPolicy extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
  status?: {
    phase?: string;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface CertificateSigningRequestApprovalPolicyList extends TypeMeta {
  metadata: ListMeta;
  items: CertificateSigningRequestApprovalPolicy[];
}

/** Options is what methods take. */
// +genclient
// +genclient:method=CreateDefault,verb=create,input=Options,result=Options
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Option extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface OptionList extends TypeMeta {
  metadata: ListMeta;
  items: Option[];
}

/** Options are an input. */
export interface Options {
  metadata: ObjectMeta;
  verbose?: boolean;
}

/** NamesV1 is what the version is called in code. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface NamesV1 extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface NamesV1List extends TypeMeta {
  metadata: ListMeta;
  items: NamesV1[];
}

/** Constructor cannot be reached by its plural. */
// +genclient
// +kubebuilder:resource:path=constructor
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Constructor extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ConstructorList extends TypeMeta {
  metadata: ListMeta;
  items: Constructor[];
}

/** List cannot be reached by its plural. */
// +genclient
// +kubebuilder:resource:path=list
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface List extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ListList extends TypeMeta {
  metadata: ListMeta;
  items: List[];
}

/** Map is a global that no client uses. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Map extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface MapList extends TypeMeta {
  metadata: ListMeta;
  items: Map[];
}
