// +genclient
// +kubebuilder:subresource:status
// +k8s:deepcopy-gen:interfaces=runtime.Object
/** Database describes a database. */
export interface Database extends TypeMeta {
  metadata: ObjectMeta;
  status?: DatabaseStatus;
}

// +k8s:deepcopy-gen:interfaces=runtime.Object
/** DatabaseList is a list of Database objects. */
export interface DatabaseList extends TypeMeta {
  metadata: ListMeta;
  items: Database[];
}

// +genclient
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseStatus extends Phased<string> {
  phase: string;
}

export interface Phased<T> {
  phase: T;
}

export type Named = Phased<string>;

// +genclient
// +genclient:readonly
// +genclient:skipVerbs=watch
// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface Table extends Named, TypeMeta {
  metadata: ObjectMeta;
}
