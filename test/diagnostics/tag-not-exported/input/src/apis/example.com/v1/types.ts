// +k8s:deepcopy-gen=true
interface DatabaseSpec {
  user: string;
}
