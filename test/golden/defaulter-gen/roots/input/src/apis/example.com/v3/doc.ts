// Asks for nothing.
// +k8s:deepcopy-gen=package
// +k8s:defaulter-gen=false
// +groupName=example.com
export {};
