import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
// +kubebuilder:resource:scope=Cluster
// +kubebuilder:validation:XValidation:rule="self.metadata.name == 'cluster'",message="there is one only"
/** A kind whose rules ask for more than its schema says. */
export interface Widget extends TypeMeta {
  metadata: ObjectMeta;
  spec: WidgetSpec;
}

// +kubebuilder:validation:XValidation:rule="self.least <= self.most"
// +kubebuilder:validation:XValidation:rule="self.mode == 'Plain' ? !has(self.tls) : has(self.tls)",message="tls goes with mode Secure"
// +kubebuilder:validation:XValidation:rule="[has(self.left), has(self.right)].filter(one, one).size() == 1",messageExpression="'left or right, with ' + self.mode"
export interface WidgetSpec {
  // +kubebuilder:validation:Minimum=5
  least: int32;
  most: int32;
  // +default="Secure"
  mode?: "Plain" | "Secure";
  tls?: TLS;
  left?: string;
  right?: string;
  // +kubebuilder:validation:XValidation:rule="self.startsWith('widget-')"
  prefix: string;
  // +kubebuilder:validation:XValidation:rule="isURL(self) && url(self).getScheme() == 'ftp' || self == 'none'"
  mirror: string;
  // +kubebuilder:validation:MaxItems=8
  // +kubebuilder:validation:XValidation:rule="self.exists(one, one.main) && self.exists(one, !one.main)"
  parts: Part[];
}

export interface TLS {
  // +kubebuilder:validation:MaxLength=100
  // +kubebuilder:validation:XValidation:rule="self.endsWith('.pem')"
  certificate: string;
}

export interface Part {
  main: boolean;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface WidgetList extends TypeMeta {
  metadata: ListMeta;
  items: Widget[];
}
