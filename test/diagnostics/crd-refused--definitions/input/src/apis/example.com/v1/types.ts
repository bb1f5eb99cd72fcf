import type { ObjectMeta, TypeMeta, int32 } from "crd-runtime";

/** Widget is a kind. */
// +kubebuilder:subresource:scale:specpath=spec.size,statuspath=.spec.size
// +kubebuilder:printcolumn:name=Size,type=integer,JSONPath=.spec.size
// +kubebuilder:printcolumn:name=Mode,type=text,JSONPath=spec.mode,format=hex
// +kubebuilder:selectablefield:JSONPath=.spec.mode
// +kubebuilder:selectablefield:JSONPath=.spec.moda
// +kubebuilder:selectablefield:JSONPath=.spec.ratio
// +kubebuilder:selectablefield:JSONPath=.metadata.name
// +kubebuilder:metadata:labels="team=a b"
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Widget extends TypeMeta {
  metadata: ObjectMeta;
  spec?: WidgetSpec;
}

export interface WidgetSpec {
  size?: int32;
  mode?: string;
  ratio?: Record<string, string>;
}
