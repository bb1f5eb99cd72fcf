import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";
import type * as v1 from "../v1/types.js";

/** What v1 has, under the names of this version. */
export type ParentReference = v1.ParentReference;
export type PortNumber = v1.PortNumber;

/** GrantGate is of this version alone, and made of v1's types. */
// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface GrantGate extends TypeMeta {
  metadata: ObjectMeta;
  spec: {
    parents: ParentReference[];
    ports?: PortNumber[];
    listener?: v1.Listener;
  };
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface GrantGateList extends TypeMeta {
  metadata: ListMeta;
  items: GrantGate[];
}
