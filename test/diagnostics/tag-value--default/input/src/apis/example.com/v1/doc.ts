// +k8s:deepcopy-gen=package
// +k8s:defaulter-gen=true
// +groupName=example.com
export {};
