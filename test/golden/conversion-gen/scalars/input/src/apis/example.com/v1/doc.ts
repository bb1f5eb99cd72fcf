// +k8s:deepcopy-gen=package
// +groupName=example.com
export {};
