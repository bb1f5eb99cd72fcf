// +k8s:deepcopy-gen=package
// +groupName=example.com
// +kubebuilder:object:generate=false
export {};
