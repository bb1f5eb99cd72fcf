// +k8s:deepcopy-gen=false
// +groupName=example.com
export {};
