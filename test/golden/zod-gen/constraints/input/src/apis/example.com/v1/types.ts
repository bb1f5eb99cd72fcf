import type { int32, int64, ListMeta, ObjectMeta, RawExtension, TypeMeta } from "crd-runtime";

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

// +kubebuilder:validation:MinProperties=1
export interface DatabaseSpec {
  // +kubebuilder:validation:MinLength=1
  // +kubebuilder:validation:MaxLength=63
  // +kubebuilder:validation:Pattern=`^[a-z]([-a-z0-9]*[a-z0-9])?$`
  name: string;

  // +kubebuilder:validation:Minimum=1
  // +kubebuilder:validation:Maximum=10
  // +kubebuilder:validation:ExclusiveMaximum=true
  // +kubebuilder:validation:MultipleOf=2
  replicas?: int32;

  // +kubebuilder:validation:Minimum=0.5
  // +kubebuilder:validation:ExclusiveMinimum=true
  // +crd-project:plainNumber
  ratio?: number;

  // +kubebuilder:validation:Enum=postgres;mysql
  engine: string;

  // +kubebuilder:validation:Enum=1;2;3
  level?: int64;

  // +kubebuilder:validation:MinItems=1
  // +kubebuilder:validation:MaxItems=8
  // +kubebuilder:validation:UniqueItems=false
  // +kubebuilder:validation:items:Format=ipv4
  // +kubebuilder:validation:items:MaxLength=15
  // +listType=set
  addresses?: string[];

  // +listType=map
  // +listMapKey=name
  // +listMapKey=protocol
  ports?: Port[];

  // +k8s:listType=atomic
  // +k8s:unique=map
  // +k8s:listMapKey=name
  mirrors?: Port[];

  // +kubebuilder:validation:MaxProperties=4
  // +k8s:eachKey=+k8s:maxLength=8
  // +k8s:eachVal=+k8s:maxBytes=8
  labels?: Record<string, Label>;

  // +kubebuilder:validation:Format=date-time
  // +kubebuilder:validation:Required
  since?: string;

  // +kubebuilder:validation:MaxLength=5
  short: ShortName;

  // +kubebuilder:validation:items:MinLength=2
  shorts?: ShortNames;

  // +kubebuilder:validation:MaxLength=10
  nullable: string | null;

  // +kubebuilder:validation:items:items:Maximum=9
  matrix?: int32[][];

  // +kubebuilder:pruning:PreserveUnknownFields
  open?: Port;

  // +k8s:minLength=2
  // +k8s:maxLength=8
  // +k8s:maxBytes=16
  // +k8s:format=k8s-short-name
  // +k8s:neq="none"
  declared?: string;

  // +k8s:minimum=1
  // +k8s:maximum=100
  percent?: int32;

  // +k8s:minItems=1
  // +k8s:maxItems=3
  // +k8s:eachVal=+k8s:minLength=1
  // +k8s:listType=set
  words?: string[];

  // +k8s:required
  token?: string;

  // +kubebuilder:validation:EmbeddedResource
  // +kubebuilder:pruning:PreserveUnknownFields
  template?: RawExtension;

  inline?: {
    // +kubebuilder:validation:Minimum=0
    low: int32;
  };
}

export interface Port {
  name: string;
  // +kubebuilder:validation:Enum=TCP;UDP
  protocol?: string;
  port: int32;
}

// +kubebuilder:validation:MaxLength=16
// +kubebuilder:validation:MinLength=1
export type ShortName = string;

// +kubebuilder:validation:MaxItems=4
export type ShortNames = ShortName[];

// +kubebuilder:validation:Pattern=`^\p{L}+$`
export type Label = string;
