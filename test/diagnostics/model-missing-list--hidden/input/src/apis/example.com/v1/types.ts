import type { ListMeta, ObjectMeta, TypeMeta } from "crd-runtime";

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
/** Database describes a database. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
}

interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
/** Table describes a table. */
export interface Table extends TypeMeta {
  metadata: ObjectMeta;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
interface TableList extends TypeMeta {
  metadata: ListMeta;
  items: Table[];
}
