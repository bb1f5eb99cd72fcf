// +k8s:deepcopy-gen=package
// +k8s:defaulter-gen=weight
// +groupName=example.com
export {};
