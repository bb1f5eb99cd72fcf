import type { ObjectMeta, TypeMeta } from "crd-runtime";
import type { DatabaseSpec } from "../v1/types.js";

// +k8s:deepcopy-gen:interfaces=runtime.Object
// +k8s:prerelease-lifecycle-gen:introduced=1.2
// +k8s:prerelease-lifecycle-gen:deprecated=1.4
// +k8s:prerelease-lifecycle-gen:replacement=example.com,v1,Database
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}
