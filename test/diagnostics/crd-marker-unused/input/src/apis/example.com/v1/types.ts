import type { ObjectMeta, TypeMeta } from "crd-runtime";

/** Widget is a widget. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +crd-project:omit=subresources
export interface Widget extends TypeMeta {
  metadata: ObjectMeta;
  spec: WidgetSpec;
}

// +crd-project:presence=size || !textt
export interface WidgetSpec {
  // +kubebuilder:validation:Enum=on
  mode?: Mode;
  // +crd-project:schema={"anyOf": [{"maxlength": 3}]}
  text?: string;
  // +optional
  // +kubebuilder:validation:Required
  size?: string;
}

export type Mode = "off" | "on";
