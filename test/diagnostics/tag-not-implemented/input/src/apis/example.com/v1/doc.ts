// +k8s:deepcopy-gen=package
// +groupName=example.com
// +kubebuilder:ac:output:package=applyconfiguration
export {};
