import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** Widget is a thing. */
export interface Widget extends TypeMeta {
  metadata: ObjectMeta;
  spec: WidgetSpec;
}

// +kubebuilder:validation:XValidation:rule="self.parts.size() <= self.size",message="more parts than the size"
export interface WidgetSpec {
  // +kubebuilder:validation:Minimum=1
  size: int32;
  parts: Part[];
}

export interface Part {
  name: string;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface WidgetList extends TypeMeta {
  metadata: ListMeta;
  items: Widget[];
}
