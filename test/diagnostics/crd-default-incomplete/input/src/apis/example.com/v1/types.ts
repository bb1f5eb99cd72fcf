import type { int32, ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Volume extends TypeMeta {
  metadata: ObjectMeta;
  // +default={"retention": {}}
  backup?: Backup;
}

export interface Backup {
  retention: Retention;
}

export interface Retention {
  // +default=7
  days: int32;
  weeks: int32;
}

export function setDefaults_Retention(object: Retention): void {
  object.weeks ??= object.days;
}
