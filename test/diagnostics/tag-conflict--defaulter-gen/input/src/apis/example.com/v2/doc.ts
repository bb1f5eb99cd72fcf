// +k8s:deepcopy-gen=package
// +k8s:defaulter-gen=name
// +groupName=example.com
export {};
