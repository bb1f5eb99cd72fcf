import type { Condition, int32, LabelSelector, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Widget is applied by several managers. */
// +genclient
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Widget extends TypeMeta {
  metadata: ObjectMeta;
  spec?: WidgetSpec;
  status?: WidgetStatus;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface WidgetList extends TypeMeta {
  metadata: ListMeta;
  items: Widget[];
}

export interface WidgetSpec {
  size?: int32;
  color?: string;
  parts?: Part[];
  settings?: Record<string, string>;
  selector?: LabelSelector;
  layout?: { rows?: int32; columns?: int32 };
}

export interface Part {
  name: string;
  count?: int32;
}

export interface WidgetStatus {
  ready?: int32;
  conditions?: Condition[];
}

/** Shelf holds widgets. */
// +genclient
// +genclient:nonNamespaced
// +kubebuilder:resource:scope=Cluster
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Shelf extends TypeMeta {
  metadata: ObjectMeta;
  spec?: { height?: int32 };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface ShelfList extends TypeMeta {
  metadata: ListMeta;
  items: Shelf[];
}
