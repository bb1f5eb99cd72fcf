import type { ObjectMeta } from "crd-runtime";

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database {
  metadata: ObjectMeta;
}
