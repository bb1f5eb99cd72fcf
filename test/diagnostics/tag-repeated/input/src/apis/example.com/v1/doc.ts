// +k8s:deepcopy-gen=package
// +groupName=example.com
// +groupName=example.org
export {};
