import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

/** Database is applied to without the verb updateStatus. */
// +genclient
// +genclient:skipVerbs=updateStatus
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  status?: DatabaseStatus;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

export interface DatabaseStatus {
  phase?: string;
}

/** Report asks for the verb, which noStatus would contradict. */
// +genclient
// +genclient:onlyVerbs=get,applyStatus
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Report extends TypeMeta {
  metadata: ObjectMeta;
  status?: DatabaseStatus;
}
