// +k8s:deepcopy-gen=package
// +groupName=example.org
export {};
