import type { ObjectMeta, TypeMeta } from "crd-runtime";

/** Widget is a widget. */
// +k8s:deepcopy-gen:interfaces=runtime.Object
// +crd-project:patch=[{"op": "replace", "path": "/metadata/annotations/a", "value": "b"}]
// +crd-project:patch=[{"op": "test", "path": "/spec/scope", "value": "Cluster"}]
// +crd-project:patch=[{"op": "set", "path": "/spec/scope", "value": "Cluster"}]
// +crd-project:patch=[{"op": "add", "path": "spec", "value": {}}]
// +crd-project:patch=[{"op": "remove", "path": "/spec/versions"}]
export interface Widget extends TypeMeta {
  metadata: ObjectMeta;
}
