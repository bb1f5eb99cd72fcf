import type { int32, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Widget is of the core group. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Widget extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    size?: int32;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface WidgetList extends TypeMeta {
  metadata: ListMeta;
  items: Widget[];
}
