import type { APILifecycle, ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

export const apiLifecycle_Database: APILifecycle = { introduced: { major: 1, minor: 7 } };
