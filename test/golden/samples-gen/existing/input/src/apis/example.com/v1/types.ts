import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Widget extends TypeMeta {
  metadata: ObjectMeta;
  spec: WidgetSpec;
}

// +kubebuilder:validation:XValidation:rule="self.size != 13",message="13 brings bad luck"
export interface WidgetSpec {
  size: int32;
  labels?: Record<string, string>;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface WidgetList extends TypeMeta {
  metadata: ListMeta;
  items: Widget[];
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Gadget extends TypeMeta {
  metadata: ObjectMeta;
  spec: WidgetSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface GadgetList extends TypeMeta {
  metadata: ListMeta;
  items: Gadget[];
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** Its file holds a comment only, and stays as it is. */
export interface Sprocket extends TypeMeta {
  metadata: ObjectMeta;
  spec: WidgetSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface SprocketList extends TypeMeta {
  metadata: ListMeta;
  items: Sprocket[];
}
