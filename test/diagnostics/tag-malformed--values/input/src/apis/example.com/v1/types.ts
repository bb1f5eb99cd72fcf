export interface DatabaseSpec {
  // +k8s:subfield=+k8s:required
  // +k8s:item(type: "Ready"=+k8s:required
  // +kubebuilder:validation:Enum=a;b,c
  // +kubebuilder:default={a: 1, b
  // +kubebuilder:validation:Pattern=`^a
  // +kubebuilder:validation:XValidation:rule="self == oldSelf" message="no"
  user: string;
}
