import type { ObjectMeta, TypeMeta } from "crd-runtime";

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  size?: string;
}

export function setDefaults_Database(object: Database): void {
  object.size ??= "1Gi";
}
