export interface DatabaseSpec {
  // +kubebuilder:validation:MinLength=one
  // +kubebuilder:validation:UniqueItems=1
  // +listType=sets
  // +k8s:eachVal=k8s:required
  // +kubebuilder:validation:MaxLength=1.5
  users: string[];
}
