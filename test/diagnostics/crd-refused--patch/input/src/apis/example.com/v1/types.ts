import type { ObjectMeta, TypeMeta } from "crd-runtime";

/** Widget is a widget. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +crd-project:patch=[{"op": "add", "path": "/spec/conversion", "value": {"strategy": "Wehbook"}}]
export interface Widget extends TypeMeta {
  metadata: ObjectMeta;
}
