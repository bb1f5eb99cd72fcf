import type { int32, IntOrString, ObjectMeta, Time, TypeMeta } from "crd-runtime";

// +kubebuilder:validation:XValidation:rule="self.metadata.name.startsWith('q-')",message="the name starts with q-"
export interface Queue extends TypeMeta {
  metadata: ObjectMeta;
  spec: QueueSpec;
  status?: QueueStatus;
}

/** What is asked for. */
// +kubebuilder:validation:XValidation:rule="self.minReplicas <= self.maxReplicas",messageExpression="'at least %d, at most %d'.format([self.minReplicas, self.maxReplicas])",reason=FieldValueForbidden,fieldPath=".maxReplicas"
// +kubebuilder:validation:XValidation:rule="oldSelf.hasValue() || self.maxReplicas < 50",message="starts small",optionalOldSelf=true
export interface QueueSpec {
  // +kubebuilder:validation:Minimum=1
  minReplicas: int32;
  // +kubebuilder:validation:Maximum=100
  // +kubebuilder:default=3
  maxReplicas: int32;
  // +kubebuilder:validation:XValidation:rule="self == oldSelf",message="the region never changes",reason=FieldValueInvalid
  region?: Region;
  // +listType=map
  // +listMapKey=name
  // +kubebuilder:validation:MaxItems=8
  consumers?: Consumer[];
  // +listType=set
  // +kubebuilder:validation:MaxItems=4
  // +kubebuilder:validation:items:MaxLength=20
  // +kubebuilder:validation:items:XValidation:rule="self != 'none'",message="none is no zone"
  zones?: string[];
  // +kubebuilder:validation:MaxProperties=4
  // +kubebuilder:validation:additionalProperties:XValidation:rule="self.size() > 0",message="no value"
  labels?: Record<string, Label>;
  // +kubebuilder:validation:XValidation:rule="type(self) == int ? self > 0 : self.endsWith('%')",message="a positive number, or percent"
  surge?: IntOrString;
  window?: {
    // +kubebuilder:validation:Pattern=`^[0-9]+h$`
    length: string;
    opens?: Time;
  };
  constructor?: {
    // +listType=set
    names?: string[];
  };
  // +kubebuilder:validation:Optional
  note: string;
  // +k8s:format=k8s-short-name
  owner?: string;
  // +k8s:maxLength=4
  // +kubebuilder:validation:MinLength=2
  code?: string;
  // +k8s:immutable
  shard?: string;
  // +k8s:ifEnabled(Frozen)=+k8s:immutable
  plan?: string;
  tenant?: Tenant;
  // +k8s:subfield(prefix)=+k8s:immutable
  backup?: Backup;
}

// +k8s:immutable
export type Tenant = string;

export interface Backup {
  // +k8s:immutable
  bucket?: string;
  // +k8s:immutable
  // +k8s:maxLength=2
  class: string;
  prefix?: string;
}

// +kubebuilder:validation:MaxLength=20
// +kubebuilder:validation:Enum=north;south
export type Region = string;

// +kubebuilder:validation:MaxLength=63
export type Label = string;

// +kubebuilder:validation:XValidation:rule="!has(self.weight) || self.weight < 10 || self.name == 'main'",message="only main is heavy",fieldPath=".weight",reason=FieldValueRequired
// +kubebuilder:validation:XValidation:rule="!has(oldSelf.weight) || has(self.weight)",message="a weight stays"
export interface Consumer {
  // +kubebuilder:validation:MaxLength=20
  name: string;
  weight?: int32;
  mode?: "pull" | "push";
}

export interface QueueStatus {
  // +kubebuilder:validation:Minimum=0
  ready?: int32;
  last?: Consumer;
}
