import type { ObjectMeta, TypeMeta, int32 } from "crd-runtime";

/** Widget is a kind. */
// +kubebuilder:metadata:labels="team=network"
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
