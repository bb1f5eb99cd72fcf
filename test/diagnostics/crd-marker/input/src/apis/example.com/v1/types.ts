import type { int32, IntOrString, JSON, ObjectMeta, TypeMeta } from "crd-runtime";

/** Widget is a widget. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Widget extends TypeMeta {
  metadata: ObjectMeta;
  spec: WidgetSpec;
}

// +kubebuilder:validation:ExactlyOneOf=nam;labels
// +kubebuilder:validation:AtMostOneOf=name;labels
export interface WidgetSpec {
  // +kubebuilder:validation:MaxLength=3
  size?: int32;
  // +kubebuilder:validation:Minimum=0.5
  // +kubebuilder:validation:MultipleOf=0
  // +kubebuilder:validation:Enum=1;2.5
  count?: int32;
  // +kubebuilder:validation:Minimum=5
  // +kubebuilder:validation:Maximum=4
  least?: int32;
  // +k8s:maximum=7
  // +kubebuilder:validation:Maximum=8
  most?: int32;
  // +kubebuilder:validation:Enum=1.2;"1.3"
  // +kubebuilder:validation:MinLength=-1
  version?: string;
  // +kubebuilder:validation:items:MaxLength=3
  name: string;
  // +kubebuilder:validation:additionalProperties:items:Maximum=3
  labels?: Record<string, string>;
  // +kubebuilder:validation:Type=text
  text?: string;
  // +kubebuilder:validation:Type=string
  part?: Part;
  // +kubebuilder:validation:Enum=1;true
  port?: IntOrString;
  // +kubebuilder:validation:MinProperties=1
  any?: JSON;
  // +crd-project:schema={"maxLength": "3"}
  raw?: string;
  // +crd-project:items:schema={"type": 3}
  list?: string[];
  // +crd-project:items:description="An item."
  notList?: string;
  // +k8s:listType=set
  // +listType=atomic
  contradicts?: string[];
  // +kubebuilder:title=5
  titled?: string;
  // +kubebuilder:validation:Enum=Always;Never;Sometimes
  policy?: "Always" | "Never" | null;
  // +kubebuilder:validation:Enum={}
  nothing?: string;
  // +crd-project:presence=a || b
  noMembers?: string;
  // +crd-project:formats=ipv4
  oneFormat?: string;
  // +crd-project:formats=ipv4 || ipv6
  noText?: boolean;
  // +crd-project:andEnum=a;b
  noEnum?: string;
  // +crd-project:bareIntOrString
  noIntOrString?: string;
}

export interface Part {
  name?: string;
}
