import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

export interface Status {
  ready: boolean;
}

// +genclient
// +kubebuilder:subresource:status
// +kubebuilder:resource:path=dbs,shortName={d,db},categories=all;storage,singular=db
// +kubebuilder:storageversion
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

// +genclient
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface HTTPRoute extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface HTTPRouteList extends TypeMeta {
  metadata: ListMeta;
  items: HTTPRoute[];
}

// +genclient
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface VPC extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface VPCList extends TypeMeta {
  metadata: ListMeta;
  items: VPC[];
}

// +genclient
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Policy extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface PolicyList extends TypeMeta {
  metadata: ListMeta;
  items: Policy[];
}

// +genclient
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DNSZone extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DNSZoneList extends TypeMeta {
  metadata: ListMeta;
  items: DNSZone[];
}

// +genclient
// +kubebuilder:subresource:status
// +kubebuilder:resource:path=indexes
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Index extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface IndexList extends TypeMeta {
  metadata: ListMeta;
  items: Index[];
}

// +genclient
// +kubebuilder:subresource:status
// +resourceName=people
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Person extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface PersonList extends TypeMeta {
  metadata: ListMeta;
  items: Person[];
}

// +genclient
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Gateway extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface GatewayList extends TypeMeta {
  metadata: ListMeta;
  items: Gateway[];
}

// +genclient
// +kubebuilder:subresource:status
// +kubebuilder:resource:path=chassis
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Chassis extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ChassisList extends TypeMeta {
  metadata: ListMeta;
  items: Chassis[];
}

// +genclient
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Endpoints extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface EndpointsList extends TypeMeta {
  metadata: ListMeta;
  items: Endpoints[];
}

// +genclient
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface IPAddressPool extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface IPAddressPoolList extends TypeMeta {
  metadata: ListMeta;
  items: IPAddressPool[];
}

// +genclient
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface V2Thing extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface V2ThingList extends TypeMeta {
  metadata: ListMeta;
  items: V2Thing[];
}

// +genclient
// +kubebuilder:subresource:status
// +kubebuilder:resource:path=xs
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface X extends TypeMeta {
  metadata: ObjectMeta;
  status?: Status;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface XList extends TypeMeta {
  metadata: ListMeta;
  items: X[];
}
