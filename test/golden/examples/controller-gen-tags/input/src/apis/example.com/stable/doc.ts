// +k8s:deepcopy-gen=package
// +groupName=example.com
// +versionName=v1
// +kubebuilder:ac:generate=true
export {};
