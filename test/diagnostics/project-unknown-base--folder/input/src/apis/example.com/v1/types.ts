import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

export interface WidgetSpec {
  engine: "postgres" | "mysql";
  // +kubebuilder:default=3
  replicas?: int32;
  // +kubebuilder:validation:MaxLength=10
  name?: string;
  zones?: string[];
}

// +genclient
// +genclient:noStatus
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Widget extends TypeMeta {
  metadata: ObjectMeta;
  spec: WidgetSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface WidgetList extends TypeMeta {
  metadata: ListMeta;
  items: Widget[];
}
