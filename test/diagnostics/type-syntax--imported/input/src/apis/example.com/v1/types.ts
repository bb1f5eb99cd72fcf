import type { ObjectMeta, TypeMeta } from "crd-runtime";
import type { DatabaseSpec } from "./spec.js";

// +genclient
// +genclient:method=GetSpec,verb=get,subresource=spec,result=DatabaseSpec
// +k8s:deepcopy-gen:interfaces=runtime.Object
/** Database describes a database. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
  size: number;
}
