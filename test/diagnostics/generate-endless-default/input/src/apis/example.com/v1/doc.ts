// +k8s:deepcopy-gen=package
// +k8s:defaulter-gen=size
// +groupName=example.com
export {};
