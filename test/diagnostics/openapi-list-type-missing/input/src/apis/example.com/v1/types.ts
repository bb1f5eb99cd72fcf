import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Names of users. */
export type Names = string[];

// +listType=set
/** Numbers of ports. */
export type Ports = string[];

export interface DatabaseSpec {
  users?: Names;
  ports?: Ports;
  zones: string[] | null;
  storage?: {
    disks?: string[];
  };
  // +k8s:openapi-gen=false
  hidden?: string[];
  // +listType=atomic
  accepted?: string[];
  known?: string[];
}

// +k8s:openapi-gen=false
export interface Internal {
  parts: string[];
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  spec: DatabaseSpec;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}
