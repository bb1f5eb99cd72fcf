// +k8s:deepcopy-gen=package
// +groupName=example.com

// +k8s:deepcopy-gen=false
/** Team stands in doc.ts, below the tags of the package. */
export interface Team {
  name: string;
}
