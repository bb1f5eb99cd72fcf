// +k8s:deepcopy-gen:interfaces=runtime.Object
export interface DatabaseSpec {
  user: string;
}
