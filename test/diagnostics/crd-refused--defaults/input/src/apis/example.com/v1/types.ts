import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";

/** Widget is a widget. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Widget extends TypeMeta {
  metadata: ObjectMeta;
  spec: WidgetSpec;
}

export interface WidgetSpec {
  // +kubebuilder:validation:Maximum=3
  // +kubebuilder:default=4
  count?: int32;
  // +kubebuilder:default="x"
  // +kubebuilder:validation:Pattern=^y
  text?: string;
  // +kubebuilder:default="no"
  // +kubebuilder:validation:XValidation:rule="self != 'no'"
  ruled?: string;
}
