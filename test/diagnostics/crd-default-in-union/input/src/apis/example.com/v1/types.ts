import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Volume extends TypeMeta {
  metadata: ObjectMeta;
  source: Disk | Bucket;
}

export interface Disk {
  type: "disk";
  // +default="/data"
  path?: string;
}

export interface Bucket {
  type: "bucket";
  name: string;
}
