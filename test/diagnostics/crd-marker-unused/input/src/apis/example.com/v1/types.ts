import type { ObjectMeta, TypeMeta } from "crd-runtime";

/** Widget is a widget. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Widget extends TypeMeta {
  metadata: ObjectMeta;
  spec: WidgetSpec;
}

export interface WidgetSpec {
  // +kubebuilder:validation:Enum=on
  mode?: Mode;
}

export type Mode = "off" | "on";
