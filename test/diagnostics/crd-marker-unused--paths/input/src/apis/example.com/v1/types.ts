import type { ObjectMeta, TypeMeta, int32 } from "crd-runtime";

/** Widget is a kind. */
// +kubebuilder:subresource:status
// +kubebuilder:subresource:scale:specpath=.spec.replicas,statuspath=.status.replicas
// +kubebuilder:printcolumn:name=Mode,type=string,JSONPath=.spec.moda
// +kubebuilder:printcolumn:name=Ratio,type=string,JSONPath=.spec.ratio.anything
// +kubebuilder:printcolumn:name=Labels,type=string,JSONPath=.metadata.labels
// +kubebuilder:printcolumn:name=Mode2,type=string,JSONPath=.spec.mode.deeper
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Widget extends TypeMeta {
  metadata: ObjectMeta;
  spec?: WidgetSpec;
  status?: WidgetStatus;
}

export interface WidgetSpec {
  size?: int32;
  mode?: string;
  ratio?: Record<string, string>;
}

export interface WidgetStatus {
  replicas?: int32;
}
